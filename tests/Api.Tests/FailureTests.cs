using System.Net;
using MarketMaker.GrainInterfaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Api.Tests;

public sealed class FailureTests : IAsyncLifetime
{
    private const string Secret = "the database's password";

    private readonly WebApplication _app = Build();

    [Theory]
    [InlineData("/broken", HttpStatusCode.InternalServerError)]
    [InlineData("/late", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/stopping", HttpStatusCode.ServiceUnavailable)]
    public async Task A_failure_is_a_problem_that_tells_nothing_of_its_cause(
        string path, HttpStatusCode expected)
    {
        using var client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };

        using var response = await client.Send(HttpMethod.Get, path);

        var problem = await response.ReadProblem(expected);
        Assert.DoesNotContain(Secret, problem.GetRawText(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.Text("traceId"));
    }

    [Fact]
    public async Task A_pair_out_of_service_says_what_is_wrong_with_it()
    {
        using var client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };

        using var response = await client.Send(HttpMethod.Get, "/damaged");

        var problem = await response.ReadProblem(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(
            ("The pair is out of service", "Record 7 is damaged."),
            (problem.Text("title"), problem.Text("detail")));
    }

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddApi();
        var app = builder.Build();
        app.UseApi();
        app.MapGet("/broken", Fail<InvalidOperationException>(new(Secret)));
        app.MapGet("/late", Fail<TimeoutException>(new(Secret)));
        app.MapGet("/stopping", Fail<SiloUnavailableException>(new(Secret)));
        app.MapGet("/damaged", Fail<PairOutOfServiceException>(new("Record 7 is damaged.")));
        return app;
    }

    private static RequestDelegate Fail<T>(T exception) where T : Exception => _ => throw exception;
}
