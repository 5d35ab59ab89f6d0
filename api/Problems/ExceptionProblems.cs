using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Api.Problems;

/// <summary>Answers for what an endpoint threw; says nothing of how the code failed, but logs it.
/// </summary>
internal sealed class ExceptionProblems(ILogger<ExceptionProblems> log) : IExceptionHandler
{
    private const int LongestEcho = 64;

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(
        HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (context.RequestAborted.IsCancellationRequested)
            return true;
        // The context has forgotten its route by now; the feature has not.
        var failed = context.Features.GetRequiredFeature<IExceptionHandlerFeature>();
        IResult problem = exception switch
        {
            UnknownPairException => UnknownPair(failed.RouteValues),
            BadHttpRequestException bad => BadRequest(failed.Endpoint, context.Request, bad),
            OutcomeUnknownException => OutcomeUnknown(context, exception),
            PairOutOfServiceException => Problem.OutOfService(exception.Message),
            TimeoutException or OrleansException => Unavailable(context, exception),
            _ => Failure(context, exception),
        };
        await problem.ExecuteAsync(context);
        return true;
    }

    private static ProblemHttpResult UnknownPair(RouteValueDictionary? route)
    {
        var pair = route?["pair"]?.ToString() ?? "";
        var shown = pair.Length <= LongestEcho ? pair : pair[..LongestEcho] + "…";
        return Problem.NotFound(
            "Unknown pair",
            $"The exchange does not list the pair '{shown}'. GET /pairs lists those that it does.");
    }

    private static IResult BadRequest(
        Endpoint? endpoint, HttpRequest request, BadHttpRequestException exception)
    {
        var errors = LimitsFilter.FindUnreadable(endpoint, request.Query);
        return errors.Count > 0
            ? Problem.Invalid(errors)
            : TypedResults.Problem(exception.Message, statusCode: exception.StatusCode);
    }

    private ProblemHttpResult OutcomeUnknown(HttpContext context, Exception exception)
    {
        log.LogWarning(
            "{Method} {Path}: {Reason}", context.Request.Method, context.Request.Path,
            exception.Message);
        context.Response.Headers.RetryAfter = "1";
        return Problem.Unavailable("Outcome unknown", exception.Message);
    }

    private ProblemHttpResult Unavailable(HttpContext context, Exception exception)
    {
        log.LogError(
            exception, "{Method} {Path}: the cluster did not answer", context.Request.Method,
            context.Request.Path);
        context.Response.Headers.RetryAfter = "1";
        return Problem.Unavailable(
            "The cluster did not answer",
            "The request may or may not have taken effect. Read the state before repeating it.");
    }

    private ProblemHttpResult Failure(HttpContext context, Exception exception)
    {
        log.LogError(
            exception, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
        return TypedResults.Problem(
            "The host's log has the cause, under this problem's traceId.",
            statusCode: StatusCodes.Status500InternalServerError,
            title: "Internal error");
    }
}
