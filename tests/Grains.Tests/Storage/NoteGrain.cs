namespace MarketMaker.Grains.Tests.Storage;

public sealed class NoteGrain(
    [PersistentState("left")] IPersistentState<Note> leftState,
    [PersistentState("right")] IPersistentState<Note> rightState) : Grain, INoteGrain
{
    public async Task Write(string left, string right)
    {
        leftState.State = new Note { Lines = [left] };
        rightState.State = new Note { Lines = [right] };
        await leftState.WriteStateAsync();
        await rightState.WriteStateAsync();
    }

    public Task<(string Left, string Right)> Read() =>
        Task.FromResult((leftState.State.Lines.Single(), rightState.State.Lines.Single()));
}
