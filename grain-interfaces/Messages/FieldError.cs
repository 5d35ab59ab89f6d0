namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What is wrong with one field of an input.</summary>
/// <param name="Field">The field's JSON name.</param>
/// <param name="Message">What it must be, with the limit.</param>
[GenerateSerializer, Immutable, Alias("FieldError")]
public sealed record FieldError(
    [property: Id(0)] string Field, [property: Id(1)] string Message);
