using MarketMaker.Engine.Safeguards;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="QuoteLease"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("QuoteLease")]
public readonly record struct QuoteLeaseSurrogate(long Market, TimeSpan Length);

/// <summary>Turns a <see cref="QuoteLease"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class QuoteLeaseConverter : IConverter<QuoteLease, QuoteLeaseSurrogate>
{
    /// <inheritdoc/>
    public QuoteLease ConvertFromSurrogate(in QuoteLeaseSurrogate surrogate) =>
        surrogate.Length == TimeSpan.Zero
            ? default
            : new QuoteLease(surrogate.Market, surrogate.Length);

    /// <inheritdoc/>
    public QuoteLeaseSurrogate ConvertToSurrogate(in QuoteLease value) =>
        new(value.Market, value.Length);
}
