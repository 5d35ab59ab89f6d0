using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Silo.Settings;

/// <summary>Reads when the sources of a pair may be used, and refuses what is out of range.
/// </summary>
internal static class ReferenceLimitsSetup
{
    private const string Everywhere = "Reference";

    /// <summary>A pair's own section comes before the one for all pairs.</summary>
    public static ReferenceLimits ToLimits(IConfiguration settings, string section)
    {
        var own = $"{section}:{Everywhere}";
        var read = Read(settings, own);
        return new ReferenceLimits
        {
            MaxDistance = Share(nameof(read.MaxDistanceBps), read.MaxDistanceBps, 0.01m),
            SingleSourceFor = Seconds(
                nameof(read.SingleSourceSeconds), read.SingleSourceSeconds, 0, 86_400),
            TimeToLive = Seconds(nameof(read.TimeToLiveSeconds), read.TimeToLiveSeconds, 0.1m, 60),
            HealthySpell = Seconds(nameof(read.HealthySeconds), read.HealthySeconds, 0, 3600),
            WarmUp = Seconds(nameof(read.WarmUpSeconds), read.WarmUpSeconds, 0, 60),
            ShortSilence = Seconds(
                nameof(read.ShortSilenceSeconds), read.ShortSilenceSeconds, 0, 60),
            OffAfter = Seconds(nameof(read.OffAfterSeconds), read.OffAfterSeconds, 1, 86_400),
            CalmSpell = Seconds(nameof(read.CalmSeconds), read.CalmSeconds, 0, 3600),
            OutlierMove = Share(nameof(read.OutlierBps), read.OutlierBps, 0),
        };

        Ratio Share(string setting, decimal basisPoints, decimal least)
        {
            Require(setting, basisPoints, least, 5000);
            return new Ratio((long)(basisPoints * 100));
        }

        TimeSpan Seconds(string setting, decimal seconds, decimal least, decimal most)
        {
            Require(setting, seconds, least, most);
            return TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        }

        void Require(string setting, decimal value, decimal least, decimal most)
        {
            if (value >= least && value <= most)
                return;
            var place = settings[$"{own}:{setting}"] is null ? Everywhere : own;
            throw new SettingsException(
                $"{place}:{setting}",
                FormattableString.Invariant($"must be from {least} to {most}"));
        }
    }

    private static ReferenceSettings Read(IConfiguration settings, string own)
    {
        try
        {
            var read = new ReferenceSettings();
            settings.GetSection(Everywhere).Bind(read);
            settings.GetSection(own).Bind(read);
            return read;
        }
        catch (InvalidOperationException error)
        {
            throw new SettingsException(
                $"A setting under {Everywhere} or {own} cannot be read: {error.Message}", error);
        }
    }
}
