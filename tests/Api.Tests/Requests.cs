using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace MarketMaker.Api.Tests;

/// <summary>Requests as a client with nothing but HTTP and JSON makes them.</summary>
internal static class Requests
{
    public static async Task<JsonElement> GetJson(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await response.ReadJson(HttpStatusCode.OK);
    }

    public static Task<HttpResponseMessage> Send(
        this HttpClient client, HttpMethod method, string path, string? json = null) =>
        client.Send(method, path, json, "application/json");

    public static async Task<HttpResponseMessage> Send(
        this HttpClient client, HttpMethod method, string path, string? body, string contentType)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(
                body, Encoding.UTF8, new MediaTypeHeaderValue(contentType));
        }
        return await client.SendAsync(request);
    }

    public static async Task<JsonElement> ReadJson(
        this HttpResponseMessage response, HttpStatusCode expected)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.StatusCode}: {body}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>Reads a refusal, which must be a problem document.</summary>
    public static async Task<JsonElement> ReadProblem(
        this HttpResponseMessage response, HttpStatusCode expected)
    {
        var problem = await response.ReadJson(expected);
        Assert.Equal(
            "application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        return problem;
    }

    /// <summary>The fields that a 400 names, sorted.</summary>
    public static async Task<string[]> ReadInvalidFields(this HttpResponseMessage response)
    {
        var problem = await response.ReadProblem(HttpStatusCode.BadRequest);
        return
        [
            .. problem.GetProperty("errors").EnumerateObject()
                .Select(field => field.Name).Order(StringComparer.Ordinal),
        ];
    }

    public static string Text(this JsonElement element, string name) =>
        element.GetProperty(name).GetString()!;

    /// <summary>A decimal, which must be a JSON string.</summary>
    public static decimal Decimal(this JsonElement element, string name) =>
        decimal.Parse(
            element.Text(name), System.Globalization.CultureInfo.InvariantCulture);
}
