namespace MarketMaker.Strategies.Tests.Attacks;

/// <summary>Where in the pipeline a source is stopped.</summary>
public enum Stage
{
    /// <summary>It is accepted.</summary>
    None = 0,

    /// <summary>The limits of the text, before the compiler sees it.</summary>
    Text,

    /// <summary>The constructs of the language.</summary>
    Syntax,

    /// <summary>The C# compiler's own errors.</summary>
    Compiler,

    /// <summary>What names stand for, and recursion.</summary>
    Names,

    /// <summary>The verification of the image.</summary>
    Image,

    /// <summary>The first ticks.</summary>
    Trial,

    /// <summary>The process was killed.</summary>
    Worker,
}
