// Guéant, Lehalle and Fernandez-Tapia's market maker without a horizon, by their closed-form
// approximation.
//
// Formula
//   q = Position / Size,  σ = sigma, or Mid · ShortVolatility where sigma is 0
//   C = sqrt(σ²γ / (2kA) · (1 + γ/k)^(1 + k/γ)),  base = (1/γ) · ln(1 + γ/k)
//   bid = Mid − (base + (2q + 1)/2 · C),  ask = Mid + (base − (2q − 1)/2 · C)
//   At q ≥ maxInventory there is no bid, at q ≤ −maxInventory no ask. Each is at
//   most maxDistance · Mid from Mid; then they are moved at least minSpread · Mid and a tick apart.
//   A bid stays a tick below the venues' best ask, an ask a tick above their best bid. Further
//   levels lie Spacing apart, with sizes Size · (1 + 0.5 · i), MaxSize at most.
// Units
//   Mid, prices, σ·√s: quote asset. Size, Position: base asset. γ, k: 1 / quote asset. A: trades
//   per second at no distance. minSpread, maxDistance: fractions of the price.
// Signs
//   Bought too much (q > 0): both sides move down. Sold too much: both move up.
// Source
//   Guéant, Lehalle and Fernandez-Tapia (2013), Dealing with the inventory risk, section 4.

Parameter gamma = Parameter.Of("gamma", "1/quote", 0.01, 0.000001, 1000);
Parameter k = Parameter.Of("k", "1/quote", 0.3, 0.000001, 100000);
Parameter rate = Parameter.Of("rate", "trades per second", 0.9, 0.000001, 100000);
Parameter sigma = Parameter.Of("sigma", "quote per root second", 0, 0, 1000000);
Parameter maxInventory = Parameter.Of("maxInventory", "multiples of Size", 30, 1, 60);
Parameter minSpread = Parameter.Of("minSpread", "fraction", 0.0002, 0, 0.1);
Parameter maxDistance = Parameter.Of("maxDistance", "fraction", 0.1, 0.0001, 0.3);

void OnTick(in Tick t, Quotes q)
{
    double deviation = sigma.Value > 0 ? sigma.Value : t.Mid * t.ShortVolatility;
    if (double.IsNaN(deviation))
    {
        q.PullBids("volatility not known yet");
        q.PullAsks("volatility not known yet");
        return;
    }
    double ratio = gamma.Value / k.Value;
    double c = deviation * Math.Sqrt(
        gamma.Value / (2 * k.Value * rate.Value) * Math.Pow(1 + ratio, 1 + 1 / ratio));
    double inventory = t.Position / t.Size;
    double between = Math.Log(1 + ratio) / gamma.Value;
    double limit = maxDistance.Value * t.Mid;
    double below = Math.Clamp(between + (2 * inventory + 1) / 2 * c, -limit, limit);
    double above = Math.Clamp(between - (2 * inventory - 1) / 2 * c, -limit, limit);
    double least = Math.Max(minSpread.Value * t.Mid, t.TickSize);
    double widen = Math.Max(0, (least - below - above) / 2);
    double bid = t.Mid - below - widen;
    double ask = t.Mid + above + widen;
    if (bid > t.VenueAsk - t.TickSize)
        bid = t.VenueAsk - t.TickSize;
    if (ask < t.VenueBid + t.TickSize)
        ask = t.VenueBid + t.TickSize;
    if (inventory >= maxInventory.Value)
        q.PullBids("bought as much as allowed");
    if (inventory <= -maxInventory.Value)
        q.PullAsks("sold as much as allowed");
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
