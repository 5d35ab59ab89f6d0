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
    private readonly List<AccountId> _names = [];
    private readonly FeeRate _worst = fees.Worst;
    private AccountFunds[] _funds = new AccountFunds[16];
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
    public int Count => _names.Count;

    /// <summary>The balance of an account.</summary>
    public Balance this[int account] => _funds[account].ToBalance();

    /// <summary>The name of an account.</summary>
    public AccountId Name(int account) => _names[account];

    /// <summary>On what terms an account trades.</summary>
    public AccountTerms TermsOf(int account) => _terms[account];

    /// <summary>What an account is charged.</summary>
    public FeeTier FeesOf(int account) => _tiers[account];

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
        account = _names.Count;
        Invariant.Holds(account < MaxAccounts);
        if (account == _funds.Length)
            Grow();
        _names.Add(name);
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
        ref var funds = ref _funds[account];
        funds.BaseAvailable += amount;
        funds.QuoteAvailable += money;
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
        ref var funds = ref _funds[account];
        // Compared this way round nothing can overflow: what is available is never negative.
        if (amount > Quantity.Zero || -funds.BaseAvailable > amount
            || money > Notional.Zero || -funds.QuoteAvailable > money)
            return false;
        _baseTotal += amount;
        _quoteTotal += money;
        funds.BaseAvailable += amount;
        funds.QuoteAvailable += money;
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

    /// <summary>What a buy holds back: its notional and the worst fee on it.</summary>
    internal Notional Hold(Price price, Quantity quantity)
    {
        var notional = price * quantity;
        return notional + _worst.FeeRoundedUp(notional);
    }

    internal bool TryReserve(int account, Notional money)
    {
        ref var funds = ref _funds[account];
        if (funds.QuoteAvailable < money)
            return false;
        Move(ref funds, money);
        return true;
    }

    internal bool TryReserve(int account, Quantity amount)
    {
        ref var funds = ref _funds[account];
        if (funds.BaseAvailable < amount)
            return false;
        Move(ref funds, amount);
        return true;
    }

    internal void Release(int account, Notional money)
    {
        Invariant.Holds(money >= Notional.Zero);
        Move(ref _funds[account], -money);
    }

    internal void Release(int account, Quantity amount)
    {
        Invariant.Holds(amount >= Quantity.Zero);
        Move(ref _funds[account], -amount);
    }

    /// <summary>Pays for base asset out of what the buyer had reserved.</summary>
    internal void SettleBuyer(int account, Notional notional, Quantity amount, Notional fee)
    {
        ref var funds = ref _funds[account];
        funds.BaseAvailable += amount;
        funds.QuoteReserved -= notional + fee;
        VenueFees += fee;
        Invariant.Holds(funds.QuoteReserved >= Notional.Zero);
    }

    /// <summary>Delivers base asset out of what the seller had reserved.</summary>
    internal void SettleSeller(int account, Notional notional, Quantity amount, Notional fee)
    {
        ref var funds = ref _funds[account];
        funds.BaseReserved -= amount;
        funds.QuoteAvailable += notional - fee;
        VenueFees += fee;
        Invariant.Holds(funds.BaseReserved >= Quantity.Zero);
    }

    private void Grow()
    {
        var size = _funds.Length * 2;
        Array.Resize(ref _funds, size);
        Array.Resize(ref _terms, size);
        Array.Resize(ref _tiers, size);
        Array.Resize(ref _groups, size);
    }

    private static void Move(ref AccountFunds funds, Notional toReserved)
    {
        funds.QuoteAvailable -= toReserved;
        funds.QuoteReserved += toReserved;
        Invariant.Holds(funds.QuoteReserved >= Notional.Zero);
    }

    private static void Move(ref AccountFunds funds, Quantity toReserved)
    {
        funds.BaseAvailable -= toReserved;
        funds.BaseReserved += toReserved;
        Invariant.Holds(funds.BaseReserved >= Quantity.Zero);
    }
}
