using System.Diagnostics.CodeAnalysis;

namespace MarketMaker.Feeds.Binance;

/// <summary>What one connection has asked the venue for, and what it has to ask next.</summary>
/// <remarks>
/// A refused message of several symbols is asked again symbol by symbol, so that a bad one harms no
/// other; a symbol refused alone rests for <see cref="RefusalRest"/>. Thread safe: messages are
/// taken by the sending loop, and answers are told by the reading loop.
/// </remarks>
internal sealed class SubscriptionPlan(TimeProvider time)
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

    /// <summary>The venue accepted a message.</summary>
    public void Acknowledge(long id)
    {
        lock (_lock)
        {
            if (_unanswered.Remove(id, out var message))
                _suspects.ExceptWith(message.Symbols);
        }
    }

    /// <summary>The venue refused a message.</summary>
    /// <param name="id">Its number; 0 if the venue did not say, then it is the oldest
    /// unanswered.</param>
    /// <returns>The message, if there is one.</returns>
    public ControlMessage? Refuse(long id)
    {
        lock (_lock)
        {
            if (id == 0)
                id = _unanswered.Keys.FirstOrDefault();
            if (!_unanswered.Remove(id, out var message))
                return null;
            if (message.Subscribes)
                Reconsider(message.Symbols);
            return message;
        }
    }

    private void Reconsider(IReadOnlyList<string> refused)
    {
        _asked.ExceptWith(refused);
        if (refused.Count == 1)
            _refusedAt[refused[0]] = time.GetTimestamp();
        else
            _suspects.UnionWith(refused);
    }

    private ControlMessage? Unsubscription(IReadOnlyCollection<string> wanted)
    {
        if (_asked.IsSubsetOf(wanted))
            return null;
        var leaving = ControlMessage.TakeFitting(_asked.Except(wanted).ToArray());
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
        var joining = untainted.Length > 0 ? ControlMessage.TakeFitting(untainted) : missing[..1];
        _asked.UnionWith(joining);
        return new ControlMessage(++_lastId, Subscribes: true, joining);
    }

    private bool Rests(string symbol) =>
        _refusedAt.TryGetValue(symbol, out var refusedAt)
        && time.GetElapsedTime(refusedAt) < RefusalRest;
}
