namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What became of a configuration.</summary>
/// <param name="Errors">Everything that is wrong with it; none means that it is in force.</param>
/// <param name="Configuration">What is in force now.</param>
[GenerateSerializer, Immutable, Alias("ConfigureReply")]
public sealed record ConfigureReply(
    [property: Id(0)] FieldError[] Errors,
    [property: Id(1)] PairConfiguration Configuration)
{
    /// <summary>Whether the configuration was taken.</summary>
    public bool Accepted => Errors.Length == 0;
}
