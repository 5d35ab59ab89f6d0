using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;

namespace MarketMaker.Grains;

/// <summary>Sees to it that an account is in the directory while a transfer may be in flight: from
/// before the first is written down until after the last has ended.</summary>
/// <remarks>Used from the account's own turns only.</remarks>
internal sealed class TransferListing(IGrainFactory grains, AccountId account) : IDisposable
{
    private readonly IDirectoryGrain _directory =
        grains.GetGrain<IDirectoryGrain>(TransferDirectories.KeyOf(account));

    private readonly SemaphoreSlim _turn = new(1);
    private bool _isListed;
    private int _moves;

    /// <summary>Enters the account, if it is not known to be there; it stays until
    /// <see cref="Leave"/>.</summary>
    public async Task Enter()
    {
        _moves++;
        await _turn.WaitAsync();
        try
        {
            if (!_isListed)
                await _directory.Add(account.ToString());
            _isListed = true;
        }
        catch
        {
            _moves--;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends what <see cref="Enter"/> began; the account stays in the directory.</summary>
    public void Leave() => _moves--;

    /// <summary>Takes the account out of the directory, unless it has or begins a transfer.
    /// </summary>
    public async Task RemoveIf(Func<bool> isIdle)
    {
        await _turn.WaitAsync();
        try
        {
            if (_moves > 0 || !isIdle())
                return;
            _isListed = false;
            await _directory.Remove(account.ToString());
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
