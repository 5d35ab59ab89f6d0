namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What the compiler says of a place in a script.</summary>
/// <param name="Id">The rule's number, such as CS1002.</param>
/// <param name="Severity">"error" or "warning".</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Line">From 1, in the uploaded file.</param>
/// <param name="Column">From 1.</param>
/// <param name="EndLine">From 1.</param>
/// <param name="EndColumn">From 1.</param>
[GenerateSerializer, Immutable, Alias("StrategyDiagnostic")]
public sealed record StrategyDiagnostic(
    [property: Id(0)] string Id,
    [property: Id(1)] string Severity,
    [property: Id(2)] string Message,
    [property: Id(3)] int Line,
    [property: Id(4)] int Column,
    [property: Id(5)] int EndLine,
    [property: Id(6)] int EndColumn);
