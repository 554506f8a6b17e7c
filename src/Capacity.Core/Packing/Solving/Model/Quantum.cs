namespace Capacity.Core.Packing.Solving.Model;

/// <summary>Makes whole numbers of a resource's amounts, so that adding and taking away never drifts.</summary>
/// <param name="size">How much one is.</param>
/// <param name="tolerance">By how much, relative, capacities count for more; 0 where every amount is a multiple of the size.</param>
internal sealed class Quantum(double size, double tolerance)
{
    private const int MostPlaces = 9;
    private const double LargestCount = 1L << 50;
    private const double Tolerance = 5e-10;

    /// <summary>Gets how much one is, in the problem's unit.</summary>
    public double Size => size;

    /// <summary>Finds the largest power of ten of which all amounts are multiples; failing that, a part of the largest amount too small to matter.</summary>
    public static Quantum Of(IReadOnlyCollection<double> amounts)
    {
        var largest = amounts.DefaultIfEmpty().Max();
        var scale = 1.0;
        for (var places = 0; places <= MostPlaces && largest * scale <= LargestCount; places++, scale *= 10)
        {
            if (amounts.All(a => IsWhole(a * scale)))
            {
                return new(1 / scale, 0);
            }
        }

        return new(largest / LargestCount, Tolerance);
    }

    /// <summary>Counts a demand.</summary>
    public double Demand(double amount) => Math.Round(amount / size);

    /// <summary>Counts a capacity.</summary>
    public double Capacity(double amount) => tolerance == 0 ? Math.Round(amount / size) : Math.Floor(amount / size * (1 + tolerance));

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) <= 1e-12 * Math.Max(1, value);
}
