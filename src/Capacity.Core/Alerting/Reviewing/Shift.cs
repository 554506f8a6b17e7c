namespace Capacity.Core.Alerting.Reviewing;

/// <summary>A part of the day in which somebody is on call.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="From">When it begins, by the clock on the wall.</param>
/// <param name="To">When it ends; on the next day where that is not after <paramref name="From"/>.</param>
/// <param name="Days">The days on which it begins; empty for all.</param>
public sealed record Shift(string Name, TimeOnly From, TimeOnly To, IReadOnlyList<DayOfWeek> Days)
{
    /// <summary>Whether it begins on a day.</summary>
    public bool IsOn(DayOfWeek day) => Days.Count == 0 || Days.Contains(day);
}
