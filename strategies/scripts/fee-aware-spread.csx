// Fee-aware minimum spread: the house ladder, never so narrow that a bought and sold unit loses
// money after fees.
//
// Formula
//   half = max(Spread / 2, makerFee + hedgeFee + margin / 2)
//   so that a unit bought at the bid and sold at the ask earns margin · middle or more after fees:
//   (1 + half) · (1 − fees) − (1 − half) · (1 + fees) = 2 · (half − fees)
//   middle = Mid · (1 + SkewFactor · Skew)
//   bid(i) = middle · (1 − half) · (1 − Spacing · i), ask(i) likewise upwards
//   size(i) = Size · (1 + 0.5 · i), MaxSize at most
// Units
//   Mid and prices: quote asset. Size: base asset. makerFee, hedgeFee, margin, Spread, Spacing,
//   SkewFactor: fractions of the price (0.001 is 10 basis points).
// Signs
//   A makerFee below 0 is a rebate: it narrows the least spread. Bought too much (Skew < 0): both
//   sides move down. Sold too much: both move up.
// Source
//   The break-even condition above: profit on a round trip after fees is not negative.

Parameter makerFee = Parameter.Of("makerFee", "fraction of the value", 0.0002, -0.002, 0.02);
Parameter hedgeFee = Parameter.Of("hedgeFee", "fraction of the value", 0, 0, 0.02);
Parameter margin = Parameter.Of("margin", "fraction of the value", 0.0002, 0, 0.05);

void OnTick(in Tick t, Quotes q)
{
    double half = makerFee.Value + hedgeFee.Value + margin.Value / 2;
    half = Math.Max(t.Spread / 2, half);
    double middle = t.Mid * (1 + t.SkewFactor * t.Skew);
    double bid = middle * (1 - half);
    double ask = middle * (1 + half);
    int i = -1;
    while (++i < t.Levels)
    {
        double size = Math.Min(t.Size * (1 + 0.5 * i), t.MaxSize);
        double low = bid * (1 - t.Spacing * i);
        double high = ask * (1 + t.Spacing * i);
        if (low >= t.MinPrice)
            q.Bid(low, size);
        if (high <= t.MaxPrice)
            q.Ask(high, size);
    }
}
