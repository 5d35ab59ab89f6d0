namespace MarketMaker.Tidy.Tests.Repository;

/// <summary>A place that breaks a rule.</summary>
/// <param name="Path">The file, from the repository's root.</param>
/// <param name="Line">From 1; 0 when the file as a whole is meant.</param>
/// <param name="What">What is wrong, in a few words.</param>
internal readonly record struct Violation(string Path, int Line, string What)
{
    public override string ToString() =>
        Line == 0 ? $"{Path}: {What}" : $"{Path}:{Line}: {What}";
}
