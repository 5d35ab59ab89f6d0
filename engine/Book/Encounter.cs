namespace MarketMaker.Engine.Book;

/// <summary>What an incoming order does about the order that it meets.</summary>
internal enum Encounter
{
    /// <summary>They trade.</summary>
    Trade,

    /// <summary>The incoming order goes no further.</summary>
    Stop,

    /// <summary>The resting order was taken out of the way: look who is next.</summary>
    Next,
}
