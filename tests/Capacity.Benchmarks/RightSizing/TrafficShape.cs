namespace Capacity.Benchmarks.RightSizing;

/// <summary>What a made-up data centre is like.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="BusyRatio">The share of machines near saturation.</param>
/// <param name="DriftPerWeek">The standard deviation of the logarithmic growth in a week.</param>
/// <param name="EvenPeaks">The share of machines whose memory peaks at nearly the same level every day.</param>
/// <param name="UnevenPeaks">The share whose peaks vary.</param>
/// <param name="RarePeaks">The share with rare, high peaks; the rest grows slowly.</param>
internal sealed record TrafficShape(string Name, double BusyRatio, double DriftPerWeek, double EvenPeaks, double UnevenPeaks, double RarePeaks)
{
    /// <summary>Shapes to try a rule on: the first is nearest to the published table.</summary>
    public static IReadOnlyList<TrafficShape> All { get; } =
    [
        new("virtual machines", 0.08, 0.05, 0.45, 0.28, 0.12),
        new("steady", 0.10, 0.02, 0.80, 0.10, 0.03),
        new("restless", 0.05, 0.10, 0.20, 0.40, 0.25),
    ];
}
