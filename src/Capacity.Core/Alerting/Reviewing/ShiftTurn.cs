namespace Capacity.Core.Alerting.Reviewing;

/// <summary>A shift on one day.</summary>
/// <param name="Shift">The shift's name.</param>
/// <param name="Day">The day on which it began, by the clock on the wall.</param>
/// <param name="From">When it began.</param>
/// <param name="End">When it ended, exclusive.</param>
public sealed record ShiftTurn(string Shift, DateOnly Day, DateTimeOffset From, DateTimeOffset End)
{
    /// <summary>Whether a time falls into it.</summary>
    public bool Contains(DateTimeOffset time) => From <= time && time < End;
}
