using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MarketMaker.Api.Problems;

/// <summary>The refusals of the API, as problem documents (RFC 9457).</summary>
internal static class Problem
{
    /// <summary>400: fields that are wrong, each with what it must be.</summary>
    public static ValidationProblem Invalid(IReadOnlyList<FieldError> errors) =>
        TypedResults.ValidationProblem(
            errors.GroupBy(error => error.Field).ToDictionary(
                group => group.Key, group => group.Select(error => error.Message).ToArray()),
            title: "Invalid request",
            detail: string.Join(" ", errors.Select(error => error.Message)));

    /// <summary>400: one field that is wrong.</summary>
    public static ValidationProblem Invalid(string field, string message) =>
        Invalid([new FieldError(field, $"{field} {message}.")]);

    /// <summary>400: a script that does not compile.</summary>
    public static ProblemHttpResult DoesNotCompile(
        string version, IReadOnlyList<StrategyDiagnostic> diagnostics) =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status400BadRequest,
            title: "The script was not accepted",
            detail: "The diagnostics say where and why. The version in force has not changed.",
            extensions: new Dictionary<string, object?>
            {
                ["version"] = version,
                ["diagnostics"] = diagnostics,
            });

    /// <summary>404.</summary>
    public static ProblemHttpResult NotFound(string title, string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: title);

    /// <summary>409.</summary>
    public static ProblemHttpResult Conflict(string title, string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict, title: title);

    /// <summary>503: the pair's market does not start. The log said so when it tried.</summary>
    public static ProblemHttpResult OutOfService(string detail) =>
        Unavailable("The pair is out of service", detail);

    /// <summary>422: the engine understood and refused; 503 when it was only too busy.</summary>
    public static ProblemHttpResult Rejected(Rejection rejection, string detail) =>
        TypedResults.Problem(
            statusCode: rejection == Rejection.Busy
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status422UnprocessableEntity,
            title: "Rejected by the matching engine",
            detail: detail,
            extensions: new Dictionary<string, object?> { ["rejection"] = rejection });

    /// <summary>409, 422 or 429: the wallet understood and refused.</summary>
    public static ProblemHttpResult Refused(TransferRefusal refusal, string detail) =>
        TypedResults.Problem(
            statusCode: refusal switch
            {
                TransferRefusal.IdInUse => StatusCodes.Status409Conflict,
                TransferRefusal.TooManyTransfers or TransferRefusal.TooManyInFlight =>
                    StatusCodes.Status429TooManyRequests,
                _ => StatusCodes.Status422UnprocessableEntity,
            },
            title: "Refused by the wallet",
            detail: detail,
            extensions: new Dictionary<string, object?> { ["refusal"] = refusal });

    /// <summary>503.</summary>
    public static ProblemHttpResult Unavailable(string title, string detail) =>
        TypedResults.Problem(
            detail, statusCode: StatusCodes.Status503ServiceUnavailable, title: title);
}
