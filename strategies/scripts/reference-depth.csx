// Reference-depth ladder: each level's price is what the same volume would cost at the reference
// market, plus a mark-up that grows from level to level.
//
// Formula
//   v(i) = Size · (1 + i),  V(i) = v(0) + … + v(i)                          i = 0 … Levels − 1
//   The average price P(V) of a volume runs straight from the venues' best price at V(0) to that
//   price ± reach · Mid at V(Levels − 1).
//   marginal(i) = (P(V(i)) · V(i) − P(V(i−1)) · V(i−1)) / v(i);  marginal(0) = the best price
//   bid(i) = marginal(i) · (1 − markup − step · i), ask(i) = marginal(i) · (1 + markup + step · i)
//   Prices are cut to ticks away from the market; an ask within a millionth of a tick above one is
//   that tick. A level that is no worse than the one before it, or lies outside MinPrice …
//   MaxPrice, ends its side.
// Units
//   Mid and prices: quote asset. Size, volumes: base asset. reach, markup, step: fractions of the
//   price.
// Signs
//   The inventory has no influence: who quotes so passes the trade on to the reference market.
// Source
//   Lykke's liquidity engine (its documented worked example).

Parameter reach = Parameter.Of("reach", "fraction", 0.005, 0, 0.3);
Parameter markup = Parameter.Of("markup", "fraction", 0.001, 0, 0.2);
Parameter step = Parameter.Of("step", "fraction", 0.0005, 0.000001, 0.1);

void Side(in Tick t, Quotes q, double best, double sign)
{
    double first = t.Size;
    double all = first * t.Levels * (t.Levels + 1) / 2;
    double slope = t.Levels > 1 ? sign * reach.Value * t.Mid / (all - first) : 0;
    double volume = 0;
    double paid = 0;
    double before = 0;
    int i = -1;
    while (++i < t.Levels)
    {
        double size = first * (1 + i);
        volume += size;
        double total = (best + slope * (volume - first)) * volume;
        double marginal = (total - paid) / size;
        paid = total;
        double ticks = marginal * (1 + sign * (markup.Value + step.Value * i)) / t.TickSize;
        double price = t.TickSize
            * (sign > 0 ? Math.Ceiling(ticks - 0.000001) : Math.Floor(ticks));
        bool isWorse = i == 0 || sign * (price - before) > 0;
        if (!isWorse || size > t.MaxSize || !(price >= t.MinPrice && price <= t.MaxPrice))
            break;
        if (sign > 0)
            q.Ask(price, size);
        else
            q.Bid(price, size);
        before = price;
    }
}

void OnTick(in Tick t, Quotes q)
{
    Side(t, q, t.VenueBid, -1);
    Side(t, q, t.VenueAsk, 1);
}
