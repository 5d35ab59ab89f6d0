using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>Does what goes wrong in an exchange's life, and what its operators do.</summary>
internal sealed class Mischief
{
    private readonly Agenda _agenda;
    private readonly SeededRandom _random;
    private readonly EngineShell _engine;
    private readonly EngineLine _line;
    private readonly MakerShell _maker;
    private readonly FillStream _fills;
    private readonly Disk _disk;
    private readonly Action[] _deeds;

    public Mischief(
        Agenda agenda, SeededRandom random, SimulatedVenue venue, EngineShell engine,
        EngineLine line, MakerShell maker, FillStream fills, Disk disk)
    {
        (_agenda, _random) = (agenda, random);
        (_engine, _line, _maker, _fills, _disk) = (engine, line, maker, fills, disk);
        _deeds =
        [
            () => venue.BeSilent(Milliseconds(200, 5_000)),
            venue.Jump,
            SpoilRule,
            SwapRule,
            () => maker.Configure(_ => Conditions.Parameters(random)),
            NarrowByAHair,
            PauseForAWhile,
            CrashMaker,
            RestartMaker,
            MoveBoth,
            engine.Restart,
            CrashBoth,
            TroubleDisk,
            SlowDown,
            Overtake,
            PutRight,
        ];
        Go();
    }

    private void Go() => _agenda.In(_random.Milliseconds(100, 2_500), () =>
    {
        _random.Pick(_deeds)();
        Go();
    });

    private void SwapRule()
    {
        _maker.UseRule(
            _random.Pick([RuleKind.HouseAgain, RuleKind.BidsOnly, RuleKind.Silent]));
        _agenda.In(Milliseconds(500, 5_000), () => _maker.UseRule(RuleKind.House));
    }

    private void SpoilRule()
    {
        _maker.UseRule(
            _random.Pick([RuleKind.Throws, RuleKind.NotANumber, RuleKind.Crosses]));
        _agenda.In(Milliseconds(50, 2_000), () => _maker.UseRule(RuleKind.House));
    }

    /// <summary>By less than the tolerance.</summary>
    private void NarrowByAHair() => _maker.Configure(
        old => old with { Spread = old.Spread * _random.Between(0.9, 1.0) });

    private void PauseForAWhile()
    {
        _maker.SetMode(mayQuote: false);
        _agenda.In(Milliseconds(50, 4_000), () => _maker.SetMode(mayQuote: true));
    }

    private void CrashMaker()
    {
        _maker.Stop();
        StartLater();
    }

    private void RestartMaker()
    {
        if (_maker.Maker is null)
            return;
        _maker.Save();
        _agenda.In(Milliseconds(1, 100), CrashMaker);
    }

    /// <summary>The maker wakes elsewhere and draws the engine after it.</summary>
    private void MoveBoth()
    {
        _maker.Stop();
        _engine.Restart();
        StartLater();
    }

    private void CrashBoth()
    {
        _maker.Stop();
        _disk.Crash();
        _fills.Crash();
        _engine.Open();
        StartLater();
    }

    private void TroubleDisk()
    {
        _disk.IsInTrouble = true;
        _agenda.In(Milliseconds(1_000, 6_000), () => _disk.IsInTrouble = false);
    }

    private void SlowDown()
    {
        _line.Slowness = 200;
        _agenda.In(Milliseconds(100, 1_000), () => _line.Slowness = EngineLine.Usual);
    }

    /// <summary>The last call of a life arrives after the first of the next.</summary>
    private void Overtake()
    {
        _line.Slowness = 400;
        _agenda.In(Milliseconds(50, 150), () =>
        {
            _maker.Stop();
            _line.Slowness = EngineLine.Usual;
            _maker.Start();
        });
    }

    private void PutRight()
    {
        _maker.SetMode(mayQuote: true);
        _maker.UseRule(RuleKind.House);
    }

    private void StartLater() => _agenda.In(Milliseconds(0, 1_500), _maker.Start);

    private TimeSpan Milliseconds(double least, double most) =>
        _random.Milliseconds(least, most);
}
