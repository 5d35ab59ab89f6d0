namespace MarketMaker.Strategies.Quoting;

/// <summary>What is wrong with a parameter's value.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Message">For people, such as <c>gamma must be from 0.001 to 10 (1/USDT).</c>
/// </param>
public sealed record ParameterFault(string Name, string Message);
