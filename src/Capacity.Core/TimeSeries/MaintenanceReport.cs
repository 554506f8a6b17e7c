namespace Capacity.Core.TimeSeries;

/// <summary>What one round of maintenance did.</summary>
/// <param name="DaysSealed">The days whose samples now lie sorted in files of their own.</param>
/// <param name="RawDaysDropped">The days whose raw samples were dropped.</param>
/// <param name="DaysDropped">The days of which nothing is kept any more.</param>
/// <param name="Faults">What could not be done, one line each; it is tried again in the next round.</param>
public sealed record MaintenanceReport(
    IReadOnlyList<DateOnly> DaysSealed,
    IReadOnlyList<DateOnly> RawDaysDropped,
    IReadOnlyList<DateOnly> DaysDropped,
    IReadOnlyList<string> Faults);
