using System.Diagnostics.CodeAnalysis;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Journal;

/// <summary>The answers to orders that their owners had named, so that an order which is sent
/// twice is carried out once.</summary>
/// <remarks>Of each account the last <see cref="MaxAnswers"/> are kept, and of these as many as
/// have <see cref="MaxFills"/> trades together: an older name is free again. One thread at a time.
/// </remarks>
public sealed class ClientOrders
{
    /// <summary>The most answers that are kept for an account.</summary>
    public const int MaxAnswers = 1_000;

    /// <summary>The most trades of such answers that are kept for an account; the last answer is
    /// kept whole, however many it has.</summary>
    public const int MaxFills = 10_000;

    private readonly Dictionary<(AccountId, ClientOrderId), KeptAnswer> _answers = [];
    private readonly Dictionary<AccountId, Kept> _accounts = [];
    private readonly JournalBuffer _scratch = new();

    /// <summary>Finds the answer that an order of that name was given.</summary>
    public bool TryFind(
        AccountId account, ClientOrderId id, [NotNullWhen(true)] out KeptAnswer? answer) =>
        _answers.TryGetValue((account, id), out answer);

    /// <summary>Keeps an answer, and forgets what is too old.</summary>
    /// <exception cref="InvariantBrokenException">The name has an answer already.</exception>
    public void Add(in ClientAnswer answer, Fill[] fills)
    {
        var isNew = _answers.TryAdd(
            (answer.Account, answer.ClientId), new KeptAnswer(answer, fills));
        Invariant.Holds(isNew);
        if (!_accounts.TryGetValue(answer.Account, out var kept))
            _accounts.Add(answer.Account, kept = new Kept());
        kept.Names.Enqueue(answer.ClientId);
        kept.Fills += fills.Length;
        while (kept.Names.Count > MaxAnswers || (kept.Fills > MaxFills && kept.Names.Count > 1))
        {
            _answers.Remove((answer.Account, kept.Names.Dequeue()), out var old);
            kept.Fills -= old!.Fills.Length;
        }
    }

    /// <summary>The answers of an account, oldest first.</summary>
    public IEnumerable<KeptAnswer> Of(AccountId account) =>
        _accounts.TryGetValue(account, out var kept)
            ? kept.Names.Select(name => _answers[(account, name)])
            : [];

    /// <summary>Stands for all that an order says: another order gets, but for one chance in
    /// 2^64, another.</summary>
    public ulong Fingerprint(in NewOrder order)
    {
        _scratch.Clear();
        OrderCodec.Write(
            _scratch,
            new RestingOrder(
                default, order.Account, order.Side, order.Price, order.Quantity, IsQuote: false)
            {
                Kind = order.Kind,
                Expires = order.Expires,
                Trigger = order.Trigger,
                Trail = order.Trail,
                Display = order.Display,
                Budget = order.Budget,
                SelfTrade = order.SelfTrade,
                Slide = order.Slide,
                Link = order.Link,
            });
        return StateHash.Of(_scratch.Written.Span);
    }

    private sealed class Kept
    {
        public Queue<ClientOrderId> Names { get; } = new();

        public long Fills { get; set; }
    }
}
