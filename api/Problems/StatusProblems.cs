using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace MarketMaker.Api.Problems;

/// <summary>Answers for requests that were refused without a word: no such route, a wrong method.
/// </summary>
internal static class StatusProblems
{
    /// <summary>Writes the problem document of the response's status.</summary>
    public static Task Write(StatusCodeContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        var detail = status switch
        {
            StatusCodes.Status404NotFound => "There is nothing at this path. /docs lists what is.",
            StatusCodes.Status405MethodNotAllowed =>
                "The path does not take this method. /docs lists those that it does.",
            StatusCodes.Status413PayloadTooLarge =>
                $"The body must have at most {ApiLimits.MaxRequestBodyBytes} bytes.",
            StatusCodes.Status415UnsupportedMediaType =>
                "The path does not take this Content-Type. /docs lists those that it does.",
            _ => null,
        };
        return TypedResults.Problem(detail, statusCode: status).ExecuteAsync(context.HttpContext);
    }
}
