namespace Capacity.Testing.Vpa;

/// <summary>Millicores and bytes as the VPA recommender counts them: whole, cut off, from 0 to 10^14.</summary>
public static class VpaAmounts
{
    /// <summary>The largest amount.</summary>
    public const long Most = 100_000_000_000_000;

    /// <summary>Cuts a number off to an amount.</summary>
    public static long From(double amount) => amount < 0 ? 0 : amount > Most ? Most : (long)amount;

    /// <summary>Cuts cores off to millicores.</summary>
    public static long FromCores(double cores) => From(cores * 1000);

    /// <summary>Multiplies and cuts off.</summary>
    public static long Scale(long amount, double factor) => From(amount * factor);

    /// <summary>Rounds up to a multiple.</summary>
    public static long RoundUp(long amount, long to) => to < 2 || amount % to == 0 ? amount : From((double)amount + to - (amount % to));
}
