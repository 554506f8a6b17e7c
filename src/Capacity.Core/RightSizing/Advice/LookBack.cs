using Capacity.Core.RightSizing.Policies;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Risk;
using Capacity.Core.RightSizing.Sizing;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>Does what would have been done a week ago, and looks at the week.</summary>
internal static class LookBack
{
    public static HeldOutWeek? Of(AppFacts app, UsageSummary summary, FleetCalibration fleetBefore, RightSizingPolicy policy)
    {
        var before = summary.Before(1);
        if (before.Weeks.Count == 0 || before.Days.Count() < 3 || summary.Weeks[0].Days.Count == 0)
        {
            return null;
        }

        var week = summary.Weeks[0];
        var window = Window.Since(before);
        var found = SizeFinder.Find(window, fleetBefore);
        var size = found is { Cores: double c, Bytes: double b } ? Censored.Raise(app, window, new Signs(window), c, b) : found;
        var (cores, bytes) = (Max(size.Cores, (app.Overrides.CpuFloor ?? policy.CpuFloor).Cores), Max(size.Bytes, (app.Overrides.MemoryFloor ?? policy.MemoryFloor).Bytes));
        var cost = policy.Prices.PerHour(app.Cpus, app.Memory);
        return new(
            week.Days[0].Day,
            cores,
            bytes,
            cores is double at && week.Cpu.Count > 0 ? (double)week.Cpu.CountAbove(LogBuckets.IndexOf(at)) / week.Cpu.Count : null,
            week.MemoryPeak,
            bytes is double most && week.MemoryPeak is double peak ? peak > most : null,
            cores is double cpus && bytes is double memory && cost > 0 ? 1 - (policy.Prices.PerHour(cpus, memory) / cost) : null);
    }

    private static double? Max(double? size, double floor) => size is double s ? Math.Max(s, floor) : null;
}
