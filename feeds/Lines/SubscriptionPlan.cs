using System.Diagnostics.CodeAnalysis;

namespace MarketMaker.Feeds.Lines;

/// <summary>What one connection has asked the venue for, and what it has to ask next.</summary>
/// <remarks>
/// A refused message of several symbols is asked again symbol by symbol, so that a bad one harms no
/// other; a symbol refused alone rests for <see cref="RefusalRest"/>. Thread safe: messages are
/// taken by the sending loop, and answers are told by the reading loop. A venue answers whole
/// messages by their number, or each symbol by its name.
/// </remarks>
internal sealed class SubscriptionPlan(IVenueProtocol protocol, TimeProvider time)
{
    /// <summary>How long a refused symbol is left alone.</summary>
    public static readonly TimeSpan RefusalRest = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _suspects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _refusedAt = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, ControlMessage> _unanswered = [];
    private int _lastId;

    /// <summary>The next message towards what is wanted. What is no longer wanted goes first, so
    /// that the venue's limit of streams is not passed on the way.</summary>
    /// <returns>False if there is nothing to ask.</returns>
    public bool TryNext(
        IReadOnlyCollection<string> wanted, [NotNullWhen(true)] out ControlMessage? message)
    {
        lock (_lock)
        {
            message = Unsubscription(wanted) ?? Subscription(wanted);
            if (message is not null)
                _unanswered.Add(message.Id, message);
            return message is not null;
        }
    }

    /// <summary>Whether the venue has answered all that was asked.</summary>
    public bool IsAnswered
    {
        get
        {
            lock (_lock)
                return _unanswered.Count == 0;
        }
    }

    /// <summary>The venue accepted a message, or a symbol of one.</summary>
    /// <param name="id">The message's number; 0 if the venue names the symbol instead.</param>
    /// <param name="symbol">The symbol; null if the venue names the message instead.</param>
    public void Acknowledge(long id, string? symbol)
    {
        lock (_lock)
        {
            if (symbol is null && _unanswered.Remove(id, out var message))
                _suspects.ExceptWith(message.Symbols);
            else if (symbol is not null && Find(symbol) is { } asked)
            {
                _suspects.Remove(symbol);
                Answer(asked, symbol);
            }
        }
    }

    /// <summary>The venue refused a message, or a symbol of one.</summary>
    /// <param name="id">The message's number; 0 if the venue did not say, then it is the oldest
    /// unanswered.</param>
    /// <param name="symbol">The symbol; null if the venue did not say.</param>
    /// <returns>The message, of what was refused alone, if there is one. If it has several symbols,
    /// they are asked for again one by one.</returns>
    public ControlMessage? Refuse(long id, string? symbol)
    {
        lock (_lock)
        {
            if (symbol is not null && Find(symbol) is { } asked)
            {
                Answer(asked, symbol);
                return Reconsider(asked with { Symbols = [symbol] });
            }
            if (id == 0)
                id = _unanswered.Keys.FirstOrDefault();
            return _unanswered.Remove(id, out var message) ? Reconsider(message) : null;
        }
    }

    private ControlMessage? Find(string symbol) =>
        _unanswered.Values.FirstOrDefault(x => x.Symbols.Contains(symbol));

    private void Answer(ControlMessage message, string symbol)
    {
        var open = message.Symbols.Where(x => x != symbol).ToArray();
        if (open.Length == 0)
            _unanswered.Remove(message.Id);
        else
            _unanswered[message.Id] = message with { Symbols = open };
    }

    private ControlMessage Reconsider(ControlMessage refused)
    {
        if (!refused.Subscribes)
            return refused;
        _asked.ExceptWith(refused.Symbols);
        if (refused.Symbols is [var alone])
            _refusedAt[alone] = time.GetTimestamp();
        else
            _suspects.UnionWith(refused.Symbols);
        return refused;
    }

    private ControlMessage? Unsubscription(IReadOnlyCollection<string> wanted)
    {
        if (_asked.IsSubsetOf(wanted))
            return null;
        var leaving = ControlMessage.TakeFitting(_asked.Except(wanted).ToArray(), protocol);
        _asked.ExceptWith(leaving);
        return new ControlMessage(++_lastId, Subscribes: false, leaving);
    }

    private ControlMessage? Subscription(IReadOnlyCollection<string> wanted)
    {
        if (_asked.Count == wanted.Count)
            return null;
        var missing = wanted.Where(x => !_asked.Contains(x) && !Rests(x)).ToArray();
        if (missing.Length == 0)
            return null;
        var untainted = missing.Where(x => !_suspects.Contains(x)).ToArray();
        var joining = untainted.Length > 0
            ? ControlMessage.TakeFitting(untainted, protocol)
            : missing[..1];
        _asked.UnionWith(joining);
        return new ControlMessage(++_lastId, Subscribes: true, joining);
    }

    private bool Rests(string symbol) =>
        _refusedAt.TryGetValue(symbol, out var refusedAt)
        && time.GetElapsedTime(refusedAt) < RefusalRest;
}
