// Volatility-scaled spread: the house ladder, as wide as the market moves.
//
// Formula
//   σ = the larger of ShortVolatility and LongVolatility, whichever are known
//   move = multiple · σ · √horizon
//   spread = Spread + move, maxSpread at most; maxSpread while neither is known
//   middle = Mid · (1 + SkewFactor · Skew)
//   bid(i) = middle · (1 − spread / 2) · (1 − Spacing · i), ask(i) likewise upwards
//   size(i) = Size · (1 + 0.5 · i) · Spread / spread, MaxSize at most: less when it is wild
// Units
//   Mid and prices: quote asset. Size: base asset. σ: fraction of the price per √second. horizon:
//   seconds. spread, move, Spread, Spacing, SkewFactor: fractions of the price.
// Signs
//   Bought too much (Skew < 0): both sides move down. Sold too much: both move up. A market that
//   moves more: both sides move away from the middle, and sizes shrink.
// Source
//   The dependence of every optimal spread on σ (Avellaneda and Stoikov 2008; Guéant and others
//   2013), reduced to: be as far away as the price moves while a quote stands.

Parameter multiple = Parameter.Of("multiple", "", 1, 0, 20);
Parameter horizon = Parameter.Of("horizon", "s", 5, 0.001, 3600);
Parameter maxSpread = Parameter.Of("maxSpread", "fraction", 0.05, 0.0001, 0.2);

double Spread(in Tick t)
{
    double fastest = t.ShortVolatility;
    if (double.IsNaN(fastest) || t.LongVolatility > fastest)
        fastest = t.LongVolatility;
    double spread = t.Spread + multiple.Value * fastest * Math.Sqrt(horizon.Value);
    return spread < maxSpread.Value ? spread : Math.Max(t.Spread, maxSpread.Value);
}

void OnTick(in Tick t, Quotes q)
{
    double spread = Spread(t);
    double share = t.Spread / spread;
    double middle = t.Mid * (1 + t.SkewFactor * t.Skew);
    double bid = middle * (1 - spread / 2);
    double ask = middle * (1 + spread / 2);
    int i = -1;
    while (++i < t.Levels)
    {
        double size = Math.Min(t.Size * (1 + 0.5 * i) * share, t.MaxSize);
        double low = bid * (1 - t.Spacing * i);
        double high = ask * (1 + t.Spacing * i);
        if (size < t.MinSize)
            continue;
        if (low >= t.MinPrice)
            q.Bid(low, size);
        if (high <= t.MaxPrice)
            q.Ask(high, size);
    }
}
