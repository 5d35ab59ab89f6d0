using MarketMaker.Api.Problems;
using MarketMaker.GrainInterfaces.Strategies;
using Microsoft.AspNetCore.Http;

namespace MarketMaker.Api.Strategies;

/// <summary>The refusals of a rule's life, as problem documents.</summary>
internal static class StrategyRefusals
{
    public static IResult ToProblem(StrategyRefusal refusal, string detail) => refusal switch
    {
        StrategyRefusal.OperatorMissing => Problem.Invalid(
            "operator", $"must be given, here or in the header {OperatorName.Header}: {detail}"),
        StrategyRefusal.UnknownPair => Problem.Invalid("pairs", $"are not right: {detail}"),
        StrategyRefusal.UnknownVersion => Problem.NotFound("Unknown version", detail),
        _ => TypedResults.Problem(
            detail,
            statusCode: StatusCodes.Status409Conflict,
            title: "Refused by the rule's life cycle",
            extensions: new Dictionary<string, object?> { ["refusal"] = refusal }),
    };
}
