namespace Capacity.Core.Alerting.Reviewing;

/// <summary>Who is on call when, and when people sleep.</summary>
/// <param name="Zone">Where the clock on the wall hangs.</param>
/// <param name="Shifts">The shifts; they may overlap, and leave gaps.</param>
/// <param name="NightFrom">When the night begins.</param>
/// <param name="NightTo">When the night ends.</param>
public sealed record ShiftPlan(TimeZoneInfo Zone, IReadOnlyList<Shift> Shifts, TimeOnly NightFrom, TimeOnly NightTo)
{
    /// <summary>Two shifts of twelve hours in UTC; the night is from 22 to 7 o'clock.</summary>
    public static ShiftPlan Default { get; } = new(
        TimeZoneInfo.Utc, [new("day", new(8, 0), new(20, 0), []), new("night", new(20, 0), new(8, 0), [])], new(22, 0), new(7, 0));

    /// <summary>Whether it is night at a time.</summary>
    public bool IsNight(DateTimeOffset time) => TimeOnly.FromDateTime(Local(time).DateTime).IsBetween(NightFrom, NightTo);

    /// <summary>Lists the shifts that lie in a stretch of time, wholly or in part, in the order in which they begin.</summary>
    /// <param name="from">Its beginning.</param>
    /// <param name="end">Its end, exclusive.</param>
    public IReadOnlyList<ShiftTurn> Between(DateTimeOffset from, DateTimeOffset end)
    {
        List<ShiftTurn> turns = [];
        var last = DateOnly.FromDateTime(Local(end).DateTime);
        for (var day = DateOnly.FromDateTime(Local(from).DateTime).AddDays(-1); day <= last; day = day.AddDays(1))
        {
            foreach (var shift in Shifts.Where(s => s.IsOn(day.DayOfWeek)))
            {
                var turn = new ShiftTurn(shift.Name, day, Utc(day, shift.From), Utc(shift.To > shift.From ? day : day.AddDays(1), shift.To));
                if (turn.From < end && turn.End > from)
                {
                    turns.Add(turn);
                }
            }
        }

        return [.. turns.OrderBy(t => t.From)];
    }

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone);

    /// <summary>A time that the clock jumps over is the one an hour later; of one that comes twice, the second counts.</summary>
    private DateTimeOffset Utc(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        var jumped = Zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(jumped, Zone.GetUtcOffset(jumped)).ToUniversalTime();
    }
}
