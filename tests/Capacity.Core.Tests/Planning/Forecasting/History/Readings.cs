using Capacity.Core.Planning.Forecasting.History;

namespace Capacity.Core.Tests.Planning.Forecasting.History;

/// <summary>Builds readings and points of demand.</summary>
internal static class Readings
{
    public static readonly DateTimeOffset Midnight = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public static DemandReading Of(DemandCut cut, double? cores, double? used = null, double? total = 100) =>
        new(cut, new(total, null, null, null), new(cores, null, null, null), new(used, null, null, null));

    public static DemandPoint Hour(int hour, double? cores, DemandCut? cut = null) =>
        new(DemandStep.Hour, Midnight.AddHours(hour), 60, Of(cut ?? DemandCut.Cluster, cores));

    public static DemandPoint Day(int day, double? cores, DemandCut? cut = null) =>
        new(DemandStep.Day, Midnight.AddDays(day), 24, Of(cut ?? DemandCut.Cluster, cores));
}
