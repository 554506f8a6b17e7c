using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>What the days of an app show beside its sizes.</summary>
internal sealed class Signs
{
    private const double IdleCores = 0.02;
    private const int IdleDays = 14;
    private const double Flat = 1.05;
    private const double EvenDays = 1.03;

    private readonly DayFigures[] days;
    private readonly LogHistogram demand = new();

    public Signs(UsageSummary summary)
    {
        days = [.. summary.Days];
        foreach (var week in summary.Weeks)
        {
            demand.Merge(week.Demand);
        }

        DemandP99 = demand.Quantile(0.99);
        var uneven = days.Select(d => d.Skew).OfType<double>().ToArray();
        Skew = uneven.Length > 0 ? uneven.Average() : null;
        CpuAtLimit = Ratio(d => d.CpuAtLimit, d => d.CpuSamples);
        MemoryAtLimit = Ratio(d => d.MemoryAtLimit, d => d.MemorySamples);
        Throttled = Ratio(d => d.ThrottledPeriods, d => d.Periods);
        MemoryKills = days.Sum(d => d.MemoryKills);
    }

    public double? DemandP99 { get; }

    public double? Skew { get; }

    public double CpuAtLimit { get; }

    public double MemoryAtLimit { get; }

    public double Throttled { get; }

    public int MemoryKills { get; }

    public int Days => days.Length;

    /// <summary>Next to no CPU for two weeks or more.</summary>
    public bool IsIdle(int instances) => days.Length >= IdleDays && DemandP99 < IdleCores * Math.Max(1, instances);

    /// <summary>Busy for less than a quarter of the time, and then much.</summary>
    public bool IsBatch => demand.Quantile(0.75) is double usual && DemandP99 is > 0 and var busy && usual < 0.1 * busy;

    /// <summary>More page cache than memory of its own.</summary>
    public bool IsCacheHeavy => days.Select(d => d.CacheRatio).OfType<double>().DefaultIfEmpty(0).Average() > 0.5;

    /// <summary>Memory that hardly moves within a day and from day to day, at a share of the limit that a heap is usually given.</summary>
    public bool HasFixedHeap
    {
        get
        {
            var known = Array.FindAll(days, d => d is { MemoryMean: > 0, MemoryPeak: not null, MemoryRequested: > 0 });
            return known.Length >= 3
                && Array.TrueForAll(known, d => d.MemoryPeak!.Value <= Flat * d.MemoryMean && d.MemoryMean / d.MemoryRequested is > 0.4 and < 0.97)
                && known.Max(d => d.MemoryMean / d.MemoryRequested) <= EvenDays * known.Min(d => d.MemoryMean / d.MemoryRequested)
                && known.Average(d => d.MemoryMean) > 256L << 20;
        }
    }

    /// <summary>One day of the week that is higher than the others by a third, week after week.</summary>
    public bool HasWeeklyPeak
    {
        get
        {
            var known = days.Where(d => d.CpuP99 is > 0).ToArray();
            var usual = known.Select(d => d.CpuP99!.Value).Order().ElementAtOrDefault(known.Length / 2);
            return known.Length >= 14 && known.GroupBy(d => d.Day.DayOfWeek).Any(d => d.Count() > 1 && d.Min(x => x.CpuP99!.Value) > 1.33 * usual);
        }
    }

    /// <summary>Whether start-up took more CPU than this.</summary>
    public bool HasStartUpAbove(double cores) => days.Max(d => d.StartUpPeak) > cores;

    /// <summary>The share of days on which a size was exceeded by so much that it is waste worth a word.</summary>
    public double DaysWith(Func<DayFigures, bool> holds) => days.Length == 0 ? 0 : (double)days.Count(holds) / days.Length;

    private double Ratio(Func<DayFigures, long> part, Func<DayFigures, long> whole) => days.Sum(whole) is > 0 and var all ? (double)days.Sum(part) / all : 0;
}
