namespace Capacity.Core.Alerting.Paging.Routing;

/// <summary>When nobody wants to hear of tickets: they are held until it is over. Pages are never held.</summary>
/// <param name="Zone">The zone of the clock on the wall.</param>
/// <param name="Times">The stretches of a week; they may overlap.</param>
public sealed record QuietHours(TimeZoneInfo Zone, IReadOnlyList<QuietTime> Times)
{
    /// <summary>A week in which one stretch ends in the next is quiet for ever.</summary>
    private const int MostStretches = 64;

    /// <summary>Finds when the quiet that holds at a time is over.</summary>
    /// <returns>Its end; <see langword="null"/> where it is not quiet then, or never anything else.</returns>
    public DateTimeOffset? EndOf(DateTimeOffset time)
    {
        var at = time;
        for (var i = 0; i < MostStretches; i++)
        {
            var local = TimeZoneInfo.ConvertTime(at, Zone).DateTime;
            var end = Times.SelectMany(t => Ends(t, local)).Where(e => e > at).DefaultIfEmpty().Max();
            if (end == default)
            {
                return at == time ? null : at;
            }

            at = end;
        }

        return null;
    }

    /// <summary>Whether all of a week is quiet, so that tickets would never be told.</summary>
    public bool IsAlways(DateTimeOffset time) => EndOf(time) is null && Times.Any(t => Ends(t, TimeZoneInfo.ConvertTime(time, Zone).DateTime).Any());

    /// <summary>The ends of the stretches that a time on the wall lies in: one that began today, and one that began yesterday.</summary>
    private IEnumerable<DateTimeOffset> Ends(QuietTime quiet, DateTime local)
    {
        foreach (var day in (DateOnly[])[DateOnly.FromDateTime(local), DateOnly.FromDateTime(local).AddDays(-1)])
        {
            var from = day.ToDateTime(quiet.From);
            var until = (quiet.Until > quiet.From ? day : day.AddDays(1)).ToDateTime(quiet.Until);
            if (quiet.Days.Contains(day.DayOfWeek) && local >= from && local < until)
            {
                yield return At(until);
            }
        }
    }

    /// <summary>The moment at which the clock on the wall shows a time. In spring an hour is missing: then it is the end of that hour.</summary>
    private DateTimeOffset At(DateTime local)
    {
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
