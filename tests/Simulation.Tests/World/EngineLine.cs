using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>Carries mass quotes to the engine and answers back; at times one of the two is lost.
/// </summary>
internal sealed class EngineLine(
    Agenda agenda, SeededRandom random, Trace trace, EngineShell engine)
{
    /// <summary>The longest that a way takes unless something is wrong, in milliseconds.</summary>
    public const double Usual = 0.5;

    /// <summary>The longest that a way takes now, in milliseconds.</summary>
    public double Slowness { get; set; } = Usual;

    /// <summary>Makes a call.</summary>
    /// <param name="quotes">What to send.</param>
    /// <param name="answered">Gets the answer and the engine's life that gave it.</param>
    /// <param name="lost">Is told when the wait is given up; the engine may have done it.</param>
    public void MassQuote(QuoteCommand quotes, Action<QuoteReply, int> answered, Action lost)
    {
        var (life, fate) = (engine.Life, random.Below(40));
        agenda.In(random.Milliseconds(0.05, Slowness), () =>
        {
            if (fate == 0 || life != engine.Life)
            {
                Lose("call lost", lost);
                return;
            }
            var reply = engine.MassQuote(quotes);
            if (fate == 1)
                Lose("reply lost", lost);
            else
                agenda.In(random.Milliseconds(0.05, Slowness), () => answered(reply, life));
        });
    }

    private void Lose(string what, Action lost)
    {
        trace.Note(what);
        agenda.In(random.Milliseconds(1, 400), lost);
    }
}
