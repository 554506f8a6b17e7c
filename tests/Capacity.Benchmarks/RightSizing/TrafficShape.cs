namespace Capacity.Benchmarks.RightSizing;

/// <summary>What a made-up data centre is like.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="BusyRatio">The share of machines near saturation.</param>
/// <param name="FlatRatio">The share of machines whose CPU hardly moves.</param>
/// <param name="DriftPerWeek">The standard deviation of the logarithmic growth in a week.</param>
/// <param name="ShiftsPerDay">The chance that a machine's load changes for good on a day.</param>
/// <param name="MemoryKinds">The shares of machines by how memory peaks: every day at one level, unevenly, rarely and high, growing, once a week.</param>
internal sealed record TrafficShape(string Name, double BusyRatio, double FlatRatio, double DriftPerWeek, double ShiftsPerDay, double[] MemoryKinds)
{
    /// <summary>Shapes to try a rule on: the first is nearest to the published table.</summary>
    public static IReadOnlyList<TrafficShape> All { get; } =
    [
        new("virtual machines", 0.08, 0.5, 0.05, 0.010, [0.22, 0.25, 0.23, 0.08, 0.22]),
        new("steady", 0.10, 0.7, 0.02, 0.004, [0.70, 0.12, 0.03, 0.05, 0.10]),
        new("restless", 0.05, 0.2, 0.10, 0.03, [0.15, 0.35, 0.25, 0.15, 0.10]),
    ];
}
