using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Summaries;

/// <summary>Seven days of an app, or fewer where it is younger.</summary>
public sealed class WeekFigures
{
    /// <summary>The days of a week that have to be seen for it to be whole.</summary>
    public const int FewestDays = 6;

    /// <summary>Gets the days that were seen, the earliest first.</summary>
    public List<DayFigures> Days { get; } = [];

    /// <summary>Gets whether the week was seen from its first day or nearly so: with at least <see cref="FewestDays"/>.</summary>
    public bool IsWhole => Days.Count >= FewestDays;

    /// <summary>Gets the time that the busiest instance spent above each size.</summary>
    public Exceedance Exceedance { get; } = new();

    /// <summary>Gets the CPU of all instances, in cores.</summary>
    public LogHistogram Cpu { get; } = new();

    /// <summary>Gets the app's demand: the CPU of all instances together, in cores.</summary>
    public LogHistogram Demand { get; } = new();

    /// <summary>Gets the largest memory of any instance in bytes; <see langword="null"/> where it was not measured.</summary>
    public double? MemoryPeak => Days.Max(d => d.MemoryPeak?.Value);
}
