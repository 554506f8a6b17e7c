using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Summaries;

/// <summary>Some weeks of an app, small enough to hold those of all apps at once: made from profiles, read by everything else.</summary>
public sealed class UsageSummary
{
    private UsageSummary(DateOnly end, WeekFigures[] weeks) => (End, Weeks) = (end, weeks);

    /// <summary>Gets the day after the last.</summary>
    public DateOnly End { get; }

    /// <summary>Gets the weeks, the latest first, counted back from <see cref="End"/>. Weeks without any sample are at no end of the list.</summary>
    public IReadOnlyList<WeekFigures> Weeks { get; }

    /// <summary>Gets the days that were seen, the earliest first.</summary>
    public IEnumerable<DayFigures> Days => Weeks.Reverse().SelectMany(w => w.Days);

    /// <summary>Gets the number of weeks that are whole.</summary>
    public int FullWeeks => Weeks.Count(w => w.IsWhole);

    /// <summary>Gets the largest memory of any instance in bytes; <see langword="null"/> where it was not measured.</summary>
    public double? MemoryPeak => Weeks.Max(w => w.MemoryPeak);

    /// <summary>Gets the limit of memory, in bytes, that was there on every day and never killed; <see langword="null"/> where there was none.</summary>
    public double? UnfeltMemoryLimit
    {
        get
        {
            var days = Days.Where(d => d.MemoryPeak is not null).ToArray();
            return days.Length > 0 && Array.TrueForAll(days, d => d.MemoryRequested > 0 && d.MemoryKills == 0) ? days[^1].MemoryRequested : null;
        }
    }

    /// <summary>Sums up the whole weeks before a day.</summary>
    /// <param name="profiles">Days in any order, each at most once; those outside of the weeks are left out.</param>
    /// <param name="end">The day after the last.</param>
    /// <param name="weeks">The most weeks to take, 1 or more.</param>
    public static UsageSummary Of(IEnumerable<AppDayProfile> profiles, DateOnly end, int weeks)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        var made = Enumerable.Range(0, weeks).Select(_ => new WeekFigures()).ToArray();
        foreach (var day in profiles)
        {
            var back = end.DayNumber - 1 - day.Day.DayNumber;
            if (back < 0 || back / 7 >= weeks || day.Samples == 0)
            {
                continue;
            }

            var week = made[back / 7];
            week.Days.Add(DayReader.Read(day));
            week.Exceedance.AddDay(day);
            week.Cpu.Merge(day.Cpu);
            week.Demand.Merge(day.Demand);
        }

        foreach (var week in made)
        {
            week.Days.Sort((a, b) => a.Day.CompareTo(b.Day));
        }

        return new(end, made[..(Array.FindLastIndex(made, w => w.Days.Count > 0) + 1)]);
    }

    /// <summary>Leaves out the latest weeks: what was known then.</summary>
    public UsageSummary Before(int weeks) => new(End.AddDays(-7 * weeks), [.. Weeks.Skip(weeks)]);

    /// <summary>Keeps the latest weeks only.</summary>
    public UsageSummary Latest(int weeks) => new(End, [.. Weeks.Take(weeks)]);

    /// <summary>Puts the weeks' times above each size together.</summary>
    public Exceedance Exceedance()
    {
        var all = new Exceedance();
        foreach (var week in Weeks)
        {
            all.Merge(week.Exceedance);
        }

        return all;
    }
}
