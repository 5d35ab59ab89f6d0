using System.Reflection;
using System.Text;
using MarketMaker.Api.Json;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MarketMaker.Api.Strategies;

/// <summary>A script as it was sent: as plain text, or as the source field of a JSON object.
/// </summary>
/// <param name="Source">The script; empty when the body did not carry one.</param>
/// <param name="Act">Who sent it, and why.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record StrategyBody(
    string Source, StrategyAct Act, IReadOnlyList<FieldError> Errors)
    : IBindableFromHttpContext<StrategyBody>
{
    /// <summary>Reads a request's body.</summary>
    /// <exception cref="BadHttpRequestException">It is neither text nor a JSON object.</exception>
    public static async ValueTask<StrategyBody?> BindAsync(
        HttpContext context, ParameterInfo parameter)
    {
        var errors = new List<FieldError>();
        var body = IsPlainText(context.Request)
            ? new StrategySource { Source = await ReadText(context) }
            : await ReadJson(context, parameter, errors);
        var source = body.Source;
        if (errors.Count == 0 && source.Length is 0 or > ApiLimits.MaxSourceLength)
        {
            errors.Add(new FieldError(
                "source", $"source must have 1 to {ApiLimits.MaxSourceLength} characters."));
        }
        var act = OperatorName.Read(context.Request, body.Operator, body.Reason, errors);
        return new StrategyBody(source, act, errors);
    }

    private static bool IsPlainText(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase);

    private static async Task<string> ReadText(HttpContext context)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        using var reader = new StreamReader(context.Request.Body, strict);
        try
        {
            return await reader.ReadToEndAsync(context.RequestAborted);
        }
        catch (DecoderFallbackException exception)
        {
            throw new BadHttpRequestException("The body is not UTF-8 text.", exception);
        }
    }

    private static async Task<StrategySource> ReadJson(
        HttpContext context, ParameterInfo parameter, List<FieldError> errors)
    {
        var body = await JsonBody.BindAsync(context, parameter);
        return body!.Over(new StrategySource(), errors);
    }
}
