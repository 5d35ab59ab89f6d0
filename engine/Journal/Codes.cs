using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Journal;

/// <summary>Turns stored numbers into enumerations and refuses those that mean nothing.</summary>
internal static class Codes
{
    public static Side Side(byte code) => Known((Side)code);

    public static OrderKind Kind(byte code) => Known((OrderKind)code);

    public static SelfTradePrevention SelfTrade(byte code) => Known((SelfTradePrevention)code);

    public static TrailUnit TrailUnit(byte code) => Known((TrailUnit)code);

    public static string Name(Rejection rejection) =>
        rejection == default ? "" : rejection.ToString();

    public static Rejection Rejection(string name) =>
        name.Length == 0 ? default
        : Enum.TryParse<Rejection>(name, out var rejection) ? rejection
        : throw new FormatException($"'{name}' is no rejection");

    public static TransferOutcome Outcome(byte code) => Known((TransferOutcome)code);

    private static T Known<T>(T code) where T : struct, Enum =>
        Enum.IsDefined(code)
            ? code
            : throw new FormatException($"{code} is no {typeof(T).Name}");
}
