using System.Collections.Concurrent;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.GrainInterfaces.Streams;
using MarketMaker.Grains.Backtests;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Shadow;

namespace MarketMaker.Grains.Rules;

/// <summary>Runs a version in the shadow of the one that a maker quotes by. The maker's turns only
/// leave the references here; the ghosts are asked away from them.</summary>
internal sealed class MakerShadow(
    RuleLibrary library, IGrainFactory grains, PairListing listing, IMatchingEngineGrain engine)
{
    private readonly ConcurrentQueue<(ReferenceTick Tick, Instant Now)> _heard = new();

    // What the ghosts were told; used by the one look that is under way.
    private readonly Dictionary<int, SourceHealth> _healths = [];

    private (StrategyVersion Candidate, StrategyVersion Current)? _cast;
    private PairConfiguration? _configuration;
    private ShadowMarket? _market;
    private long _epoch;
    private bool _isFollowing;

    /// <summary>How it has gone up to the last look; null while nothing is in the shadow.</summary>
    public ShadowView? View { get; private set; }

    private string Pair => listing.Spec.Id.ToString();

    /// <summary>A source's price or health was heard.</summary>
    public void Hear(ReferenceTick tick, Instant now)
    {
        if (_cast is not null && _heard.Count < ShadowMarket.MaxWaiting)
            _heard.Enqueue((tick, now));
    }

    /// <summary>Looks what customers have done, and lets the ghosts follow.</summary>
    /// <param name="candidate">What shall be in the shadow; null for nothing.</param>
    /// <param name="current">What the maker quotes by.</param>
    /// <param name="configuration">With what.</param>
    /// <remarks>May be called as often as one likes: one look at a time is under way.</remarks>
    public async Task Follow(
        StrategyVersion? candidate, StrategyVersion current, PairConfiguration configuration)
    {
        if (_isFollowing)
            return;
        _isFollowing = true;
        try
        {
            if (_cast?.Candidate != candidate || (_cast is { } cast && cast.Current != current)
                || !ReferenceEquals(_configuration, configuration))
                await Recast(candidate, current, configuration);
            if (_market is { } market)
                await Look(market, candidate!);
        }
        finally
        {
            _isFollowing = false;
        }
    }

    private async Task Recast(
        StrategyVersion? candidate, StrategyVersion current, PairConfiguration configuration)
    {
        if (View is { } last && last.Version != candidate?.Version)
        {
            await grains.GetGrain<IStrategyVersionGrain>(
                IStrategyVersionGrain.KeyOf(_cast!.Value.Candidate.Name, last.Version))
                .KeepShadow(last);
            View = null;
        }
        (_cast, _market, _configuration) = (null, null, configuration);
        _heard.Clear();
        _healths.Clear();
        if (candidate is null || current.Version.Length == 0)
            return;
        var candidateRule = await library.LoadAsync(candidate, CancellationToken.None);
        var currentRule = await library.LoadAsync(current, CancellationToken.None);
        var (shadow, beside) = (candidateRule.CreateRule(), currentRule.CreateRule());
        ParameterValues.Apply(shadow, configuration.Parameters);
        ParameterValues.Apply(beside, configuration.Parameters);
        var terms = listing.ToMarketTerms(configuration);
        _market = new ShadowMarket(terms, shadow, beside);
        _cast = (candidate, current);
    }

    private async Task Look(ShadowMarket market, StrategyVersion candidate)
    {
        if (market.NeedsMarket)
        {
            if (await engine.OpenTap() is not { } tapped)
                return;
            _epoch = tapped.Epoch;
            await Task.Run(() => market.Begin(
                tapped.Snapshot, tapped.Epoch, tapped.LastCommand, tapped.At));
        }
        TapPage page;
        do
        {
            page = await engine.ReadTap(_epoch, market.LastCommand);
            View = await Task.Run(() => Step(market, candidate, page));
        }
        while (page.IsOpen && page.Commands.Length == TapPage.MaxCommands);
    }

    private ShadowView Step(ShadowMarket market, StrategyVersion candidate, TapPage page)
    {
        while (_heard.TryDequeue(out var heard))
        {
            var (tick, now) = heard;
            if (!_healths.TryGetValue(tick.Source, out var known) || known != tick.Health)
                market.OnHealth(tick.Source, _healths[tick.Source] = tick.Health, now);
            if (!tick.IsHealthAlone)
                market.OnReference(tick.Source, tick.Quote, tick.HeardAt, now);
        }
        if (page.IsOpen)
            market.OnCommands(page.Commands, page.UpTo);
        else
            market.Lose("the market's tap was closed");
        var report = market.Report();
        return new ShadowView(
            Pair,
            candidate.Version,
            report.Candidate is { } one && report.Current is { } other
                ? ComparisonView.Of(
                    Pair, one.ToView(listing.Spec), other.ToView(listing.Spec))
                : null,
            report.Beginnings,
            report.Divergences,
            report.LastLoss);
    }
}
