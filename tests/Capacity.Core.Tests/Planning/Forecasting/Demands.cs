namespace Capacity.Core.Tests.Planning.Forecasting;

/// <summary>Demands whose growth is known.</summary>
internal static class Demands
{
    private static readonly double[] Week = [0, 3, 4, 4, 2, -6, -7];

    /// <summary>A line with a weekly season and noise.</summary>
    public static double[] Weekly(int days, double start, double growth, double noise, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, days).Select(d => start + (growth * d) + Week[d % 7] + (noise * (random.NextDouble() + random.NextDouble() - 1)))];
    }

    /// <summary>A fleet of them, no two alike.</summary>
    public static IReadOnlyList<double[]> Fleet(int count, int days, double noise) => [.. Enumerable.Range(0, count).Select(i => Weekly(days, 100 + i, 0.05 + (0.01 * i), noise, i + 1))];
}
