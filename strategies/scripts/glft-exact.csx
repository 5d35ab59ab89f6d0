// Guéant, Lehalle and Fernandez-Tapia's market maker without a horizon, exactly: by the eigenvector
// that their closed form approximates.
//
// Formula
//   q = Position / Size in [−Q, Q],  σ = sigma, or Mid · ShortVolatility where sigma is 0
//   α = kγσ²/2,  η = A · (1 + γ/k)^(−(1 + k/γ)),  base = (1/γ) · ln(1 + γ/k)
//   v = the eigenvector of the smallest eigenvalue of tridiag(αq², −η) on q = −Q … Q
//   bid = Mid − ((1/k) · ln(v(q) / v(q+1)) + base)
//   ask = Mid + ((1/k) · ln(v(q) / v(q−1)) + base)
//   Between two whole q, the distances are interpolated. At q ≥ Q there is no bid, at q ≤ −Q no
//   ask.
//   Bid and ask are each at most maxDistance · Mid from Mid; then they are moved at least a tick
//   and minSpread · Mid apart. A bid stays a tick below the venues' best ask, an ask a tick above
//   their best bid. Further levels lie Spacing apart, with sizes Size · (1 + 0.5 · i), MaxSize at
//   most.
//
//   v is even in q, so half of it is solved for, by inverse iteration from below the spectrum (at
//   −2η, where the matrix has a dominant diagonal). Even modes alone take part: each round divides
//   the error by about five, and 18 rounds leave less than 1e-12. That fits into one tick; it is
//   done anew when α/η, on which alone v depends, has changed by more than a thousandth, or Q has.
// Units
//   Mid, prices, σ·√s: quote asset. Size, Position: base asset. γ, k: 1 / quote asset. A: trades
//   per second at no distance. Q: multiples of Size. minSpread, maxDistance: fractions of the
//   price.
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

const int Rounds = 18;
readonly double[] v = new double[64];
readonly double[] pivot = new double[64];
double solved = double.NaN;
int last = -1;

// v for q = 0 … last, of tridiag(curve · q², −1): the same eigenvector.
void Solve(double curve)
{
    pivot[0] = 2;
    v[0] = 1;
    int i = 0;
    while (++i <= last)
    {
        // The first row has its neighbour twice: v(−1) = v(1).
        pivot[i] = curve * i * i + 2 - (i == 1 ? 2 : 1) / pivot[i - 1];
        v[i] = 1;
    }
    for (int round = 0; round < Rounds; round++)
    {
        i = 0;
        while (++i <= last)
            v[i] += v[i - 1] / pivot[i - 1];
        v[last] /= pivot[last];
        while (--i > 0)
            v[i - 1] = (v[i - 1] + (i == 1 ? 2 : 1) * v[i]) / pivot[i - 1];
        double scale = 1 / v[0];
        i = -1;
        while (++i <= last)
            v[i] = Math.Max(v[i] * scale, 1e-300);
    }
    solved = curve;
}

// How far the bid is from the middle at a whole q, without the constant; the ask's is that of −q.
double Distance(int at)
{
    int here = Math.Clamp(at, -last, last - 1);
    return Math.Log(v[Math.Abs(here)] / v[Math.Abs(here + 1)]) / k.Value;
}

double Between(double inventory)
{
    double at = Math.Clamp(inventory, -last, last - 1);
    int low = (int)Math.Floor(at);
    double part = at - low;
    return part > 0 ? (1 - part) * Distance(low) + part * Distance(low + 1) : Distance(low);
}

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
    double eta = rate.Value * Math.Pow(1 + ratio, -(1 + 1 / ratio));
    double curve = k.Value * gamma.Value * deviation * deviation / 2 / eta;
    int bound = (int)maxInventory.Value;
    if (bound != last || !(Math.Abs(curve - solved) <= 0.001 * solved))
    {
        last = bound;
        Solve(curve);
    }
    double inventory = t.Position / t.Size;
    double between = Math.Log(1 + ratio) / gamma.Value;
    double limit = maxDistance.Value * t.Mid;
    double below = Math.Clamp(between + Between(inventory), -limit, limit);
    double above = Math.Clamp(between + Between(-inventory), -limit, limit);
    double least = Math.Max(minSpread.Value * t.Mid, t.TickSize);
    double widen = Math.Max(0, (least - below - above) / 2);
    double bid = t.Mid - below - widen;
    double ask = t.Mid + above + widen;
    if (bid > t.VenueAsk - t.TickSize)
        bid = t.VenueAsk - t.TickSize;
    if (ask < t.VenueBid + t.TickSize)
        ask = t.VenueBid + t.TickSize;
    if (inventory >= last)
        q.PullBids("bought as much as allowed");
    if (inventory <= -last)
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
