using Capacity.Core.TimeSeries;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

/// <summary>Compares series whose sums were added in another order.</summary>
internal static class Same
{
    /// <summary>The relative error of 5-minute data, which keep CPU in single precision: half a unit in the last of 24 bits.</summary>
    public const double OfFiveMinuteData = 1e-7;

    public const double OfSamples = 1e-9;

    public static void Usage(IReadOnlyList<UsageBucket> expected, IReadOnlyList<UsageBucket> actual, double tolerance = OfSamples)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (e, a) in expected.Zip(actual))
        {
            Assert.Equal(e.Start, a.Start);
            Number(e, a, b => b.ObservedRatio);
            Number(e, a, b => b.Instances);
            Number(e, a, b => b.CpuCoverage);
            Number(e, a, b => b.MemoryCoverage);
            Number(e, a, b => b.CpuCores, tolerance);
            Number(e, a, b => b.CpuPeakCores, tolerance);
            Number(e, a, b => b.CpuRequestedCores);
            Number(e, a, b => b.CpuLimitCores);
            Number(e, a, b => b.ThrottledRatio);
            Number(e, a, b => b.MemoryBytes);
            Number(e, a, b => b.MemoryPeakBytes);
            Number(e, a, b => b.MemoryRequestedBytes);
            Number(e, a, b => b.MemoryLimitBytes);
        }
    }

    private static void Number(UsageBucket expected, UsageBucket actual, Func<UsageBucket, double?> figure, double tolerance = OfSamples)
    {
        var (e, a) = (figure(expected), figure(actual));
        Assert.True(
            (e, a) is (null, null) || (e is double x && a is double y && Math.Abs(x - y) <= tolerance * Math.Max(1, Math.Abs(x))),
            $"Expected {expected}, was {actual}");
    }
}
