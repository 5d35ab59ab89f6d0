using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>The balances of a pair: what each account has, what its orders hold back, and what the
/// venue has earned.</summary>
/// <remarks>
/// Conserved by everything but deposits and withdrawals: the sum of all base, and the sum of all
/// quote plus <see cref="VenueFees"/>. A buy holds back price × quantity and the worst fee of any
/// tier, rounded up; fees are charged by the account's tier, rounded down. ⌈a+b⌉ − ⌈a⌉ ≥ ⌊b⌋, so
/// what a fill frees always covers what it costs, and no balance goes below zero. Accounts are
/// addressed by the number that <see cref="Open"/> gave them. One thread at a time.
/// </remarks>
public sealed class Ledger(FeeSchedule fees)
{
    private readonly Dictionary<AccountId, int> _numbers = [];
    private readonly FeeRate _worst = fees.Worst;
    private AccountId[] _names = new AccountId[16];
    private Pocket[] _pockets = new Pocket[2 * 16];
    private AccountTerms[] _terms = new AccountTerms[16];
    private FeeTier[] _tiers = new FeeTier[16];
    private int[] _groups = new int[16];
    private Quantity _baseTotal;
    private Notional _quoteTotal;

    /// <summary>The most that all deposits together may come to, in lots and in tick·lots: no
    /// later sum of balances can then pass 64 bits.</summary>
    public const long MaxTotal = long.MaxValue / 4;

    /// <summary>The most accounts that a pair can have.</summary>
    public const int MaxAccounts = 1_000_000;

    /// <summary>What the venue charges.</summary>
    public FeeSchedule Fees { get; } = fees;

    /// <summary>What the venue has earned; negative when rebates outweigh fees.</summary>
    public Notional VenueFees { get; private set; }

    /// <summary>How many accounts there are; they are numbered from 0.</summary>
    public int Count { get; private set; }

    /// <summary>The balance of an account.</summary>
    public Balance this[int account]
    {
        get
        {
            var (amount, money) = (Base(account), Quote(account));
            return new Balance(
                new Quantity(amount.Available),
                new Quantity(amount.Reserved),
                new Notional(money.Available),
                new Notional(money.Reserved));
        }
    }

    /// <summary>The name of an account.</summary>
    public AccountId Name(int account) => _names[account];

    /// <summary>On what terms an account trades.</summary>
    public ref readonly AccountTerms TermsOf(int account) => ref _terms[account];

    /// <summary>What an account is charged.</summary>
    public ref readonly FeeTier FeesOf(int account) => ref _tiers[account];

    /// <summary>Who owns an account: accounts of the same group never trade with each other. An
    /// account without a group is one of its own, a negative number.</summary>
    public int GroupOf(int account) => _groups[account];

    /// <summary>Finds an account.</summary>
    public bool TryFind(AccountId name, out int account) => _numbers.TryGetValue(name, out account);

    /// <summary>Finds an account, or makes it with nothing in it, on the default terms.</summary>
    /// <exception cref="InvariantBrokenException">There are <see cref="MaxAccounts"/> already.
    /// </exception>
    public int Open(AccountId name)
    {
        if (_numbers.TryGetValue(name, out var account))
            return account;
        account = Count;
        Invariant.Holds(account < MaxAccounts);
        if (account == _names.Length)
            Grow();
        Count++;
        _names[account] = name;
        _numbers.Add(name, account);
        SetTerms(account, default);
        return account;
    }

    /// <summary>Puts terms in force, for all trades from now on.</summary>
    /// <exception cref="InvariantBrokenException">The schedule has no such tier, or the group is
    /// negative.</exception>
    internal void SetTerms(int account, in AccountTerms terms)
    {
        Invariant.Holds(terms.FeeTier >= 0 && terms.FeeTier < Fees.Tiers && terms.Group >= 0);
        _terms[account] = terms;
        _tiers[account] = Fees[terms.FeeTier];
        _groups[account] = terms.Group != 0 ? terms.Group : ~account;
    }

    /// <summary>Whether a deposit is not negative and stays within <see cref="MaxTotal"/>.
    /// </summary>
    public bool HasRoomFor(Quantity amount, Notional money) =>
        amount.Lots >= 0 && amount.Lots <= MaxTotal - _baseTotal.Lots
        && money.TickLots >= 0 && money.TickLots <= MaxTotal - _quoteTotal.TickLots;

    /// <summary>Adds to what an account has, if all deposits stay within
    /// <see cref="MaxTotal"/>.</summary>
    /// <param name="account">The account's number.</param>
    /// <param name="amount">Base asset, 0 or more.</param>
    /// <param name="money">Quote asset, 0 or more.</param>
    /// <returns>False when it would be too much, or is negative; nothing has changed then.
    /// </returns>
    public bool TryDeposit(int account, Quantity amount, Notional money)
    {
        if (!HasRoomFor(amount, money))
            return false;
        _baseTotal += amount;
        _quoteTotal += money;
        Base(account).Available += amount.Lots;
        Quote(account).Available += money.TickLots;
        return true;
    }

    /// <summary>Takes from what an account has available, never from what its orders hold.
    /// </summary>
    /// <param name="account">The account's number.</param>
    /// <param name="amount">What is added to the base asset: 0 or less.</param>
    /// <param name="money">What is added to the quote asset: 0 or less.</param>
    /// <returns>False when the account has less, or the sum is positive; nothing has changed then.
    /// </returns>
    public bool TryWithdraw(int account, Quantity amount, Notional money)
    {
        // Compared this way round nothing can overflow: what is available is never negative.
        if (amount > Quantity.Zero || -Base(account).Available > amount.Lots
            || money > Notional.Zero || -Quote(account).Available > money.TickLots)
            return false;
        _baseTotal += amount;
        _quoteTotal += money;
        Base(account).Available += amount.Lots;
        Quote(account).Available += money.TickLots;
        return true;
    }

    /// <summary>Restores what the venue had earned. It came out of deposits, or, as rebates, went
    /// to accounts beyond them: with the accounts' balances it makes up <see cref="MaxTotal"/>.
    /// </summary>
    internal void RestoreVenueFees(Notional earned)
    {
        VenueFees = earned;
        _quoteTotal += earned;
    }

    /// <summary>What an order with a limit holds back: a buy its notional and the worst fee on it,
    /// a sell what it sells.</summary>
    /// <remarks>A sell is reckoned as a buy is, at a price of 1, and its fee masked out: which side
    /// comes next is nothing that a processor could guess, and the compiler makes a branch of a
    /// choice.</remarks>
    internal Stake StakeOf(Side side, Price price, Quantity quantity)
    {
        // All ones for a buy, none for a sell.
        var buys = (long)side - 1;
        var units = (((price.Ticks - 1) & buys) + 1) * quantity.Lots;
        var fee = _worst.FeeRoundedUp(new Notional(units)).TickLots & buys;
        return new Stake(units + fee);
    }

    /// <summary>What an account has left to pay for an order of a side.</summary>
    internal Stake Available(int account, Side side) => new(Purse(account, side).Available);

    internal bool TryReserve(int account, Side side, Stake stake)
    {
        ref var purse = ref Purse(account, side);
        if (purse.Available < stake.Units)
            return false;
        Reserve(ref purse, stake.Units);
        return true;
    }

    internal void Release(int account, Side side, Stake stake)
    {
        Invariant.Holds(stake.Units >= 0);
        Reserve(ref Purse(account, side), -stake.Units);
    }

    /// <summary>Carries out one side of a trade: what it pays comes out of what its order held
    /// for it, and the rest of that is free.</summary>
    /// <param name="account">Whose side it is.</param>
    /// <param name="side">Buy pays the notional and the fee for the amount; sell the other way
    /// round.</param>
    /// <param name="notional">The price of it all.</param>
    /// <param name="amount">What changes hands.</param>
    /// <param name="fee">What the account pays to the venue; negative is a rebate.</param>
    /// <param name="held">What the order held for this trade and holds no longer; null for just
    /// what it pays.</param>
    /// <returns>What it paid.</returns>
    internal Stake Settle(
        int account, Side side, Notional notional, Quantity amount, Notional fee, Stake? held)
    {
        var isBuy = side == Side.Buy;
        var money = notional.TickLots + (isBuy ? fee.TickLots : -fee.TickLots);
        var paid = isBuy ? money : amount.Lots;
        var received = isBuy ? amount.Lots : money;
        var freed = held is { Units: var units } ? units : paid;
        Invariant.Holds(freed >= paid);
        ref var purse = ref Purse(account, side);
        purse.Reserved -= freed;
        purse.Available += freed - paid;
        Purse(account, side.Opposite()).Available += received;
        VenueFees += fee;
        Invariant.Holds(purse.Reserved >= 0);
        return new Stake(paid);
    }

    /// <summary>What an account has of the asset that a side pays with. So nothing that moves funds
    /// has to ask which side it is.</summary>
    /// <remarks>There are at most <see cref="MaxAccounts"/>: twice that is no overflow.</remarks>
    private ref Pocket Purse(int account, Side side) =>
        ref _pockets[unchecked((account << 1) | (int)side)];

    private ref Pocket Quote(int account) => ref Purse(account, Side.Buy);

    private ref Pocket Base(int account) => ref Purse(account, Side.Sell);

    private void Grow()
    {
        var size = _names.Length * 2;
        Array.Resize(ref _names, size);
        Array.Resize(ref _pockets, 2 * size);
        Array.Resize(ref _terms, size);
        Array.Resize(ref _tiers, size);
        Array.Resize(ref _groups, size);
    }

    private static void Reserve(ref Pocket purse, long units)
    {
        purse.Available -= units;
        purse.Reserved += units;
        Invariant.Holds(purse.Reserved >= 0);
    }
}
