using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;

namespace MarketMaker.Silo.Settings;

/// <summary>Reads a pair's limits and fees, and refuses what is out of range.</summary>
internal static class LimitsSetup
{
    public static MarketLimits ToLimits(string section, LimitSettings settings, PairSpec spec)
    {
        const decimal millisecond = 0.001m;
        Require(section, nameof(settings.MaxOpenOrders), settings.MaxOpenOrders, 1, 100_000);
        Require(section, nameof(settings.Band), settings.Band, 0, 1);
        Require(
            section, nameof(settings.MaxReferenceAgeSeconds), settings.MaxReferenceAgeSeconds,
            0.1m, 3600);
        Require(
            section, nameof(settings.ProtectionWindowSeconds), settings.ProtectionWindowSeconds,
            millisecond, 3600);
        Require(
            section, nameof(settings.ProtectionFreezeSeconds), settings.ProtectionFreezeSeconds,
            0, 86_400);
        // As much as the pair can hold of it, which a window can never reach.
        var most = spec.ToDecimal(new Quantity(Ledger.MaxTotal));
        Require(
            section, nameof(settings.ProtectionMaxTraded), settings.ProtectionMaxTraded, 0, most);
        Require(
            section, nameof(settings.ProtectionMaxDelta), settings.ProtectionMaxDelta, 0, most);
        return new MarketLimits
        {
            MaxOpenOrders = settings.MaxOpenOrders,
            Band = new Ratio((long)(settings.Band * MarketLimits.MaxBandPartsPerMillion)),
            MaxReferenceAge = Seconds(settings.MaxReferenceAgeSeconds),
            Protection = new QuoteProtection(
                spec.QuantityRoundedDown(settings.ProtectionMaxTraded),
                spec.QuantityRoundedDown(settings.ProtectionMaxDelta),
                Seconds(settings.ProtectionWindowSeconds),
                Seconds(settings.ProtectionFreezeSeconds)),
        };
    }

    public static TimeSpan ToLease(string section, LimitSettings settings)
    {
        Require(
            section, nameof(settings.QuoteLeaseSeconds), settings.QuoteLeaseSeconds, 0.5m,
            (decimal)QuoteLease.Longest.TotalSeconds);
        return Seconds(settings.QuoteLeaseSeconds);
    }

    /// <summary>The pair's own fees are the first tier, the listed ones follow.</summary>
    public static FeeSchedule ToFees(string section, PairSettings settings)
    {
        if (settings.FeeTiers.Count >= FeeSchedule.MaxTiers)
        {
            throw new SettingsException(
                $"{section}:FeeTiers", $"must list at most {FeeSchedule.MaxTiers - 1} tiers");
        }
        var tiers = new FeeTier[settings.FeeTiers.Count + 1];
        tiers[0] = new FeeTier(
            ToRate(section, nameof(settings.MakerFeeBps), settings.MakerFeeBps),
            ToRate(section, nameof(settings.TakerFeeBps), settings.TakerFeeBps));
        for (var tier = 1; tier < tiers.Length; tier++)
        {
            var place = $"{section}:FeeTiers:{tier - 1}";
            var fees = settings.FeeTiers[tier - 1];
            tiers[tier] = new FeeTier(
                ToRate(place, nameof(fees.MakerFeeBps), fees.MakerFeeBps),
                ToRate(place, nameof(fees.TakerFeeBps), fees.TakerFeeBps));
        }
        return new FeeSchedule(tiers);
    }

    private static FeeRate ToRate(string section, string setting, decimal basisPoints)
    {
        var partsPerMillion = basisPoints * 100;
        if (!decimal.IsInteger(partsPerMillion) || Math.Abs(partsPerMillion) > FeeRate.Limit)
        {
            throw new SettingsException(
                $"{section}:{setting}", "must be from -100 to 100, with two decimals");
        }
        return new FeeRate((int)partsPerMillion);
    }

    private static void Require(
        string section, string setting, decimal value, decimal least, decimal most)
    {
        if (value < least || value > most)
        {
            throw new SettingsException(
                $"{section}:Limits:{setting}",
                FormattableString.Invariant($"must be from {least} to {most}"));
        }
    }

    private static TimeSpan Seconds(decimal seconds) =>
        TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
}
