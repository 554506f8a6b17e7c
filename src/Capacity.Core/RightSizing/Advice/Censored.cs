using Capacity.Core.RightSizing.Sizing;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>What was held back by a limit never counts as what was needed: then the need is more than the limit, and nobody knows how much.</summary>
internal static class Censored
{
    private const double HeldBack = 0.01;
    private const double OftenThrottled = 0.05;
    private const double CpuGrowth = 1.2;
    private const double MemoryGrowth = 1.2;
    private const long LeastMemoryGrowth = 100L << 20;

    public static Size Raise(AppFacts app, UsageSummary window, Signs signs, double cores, double bytes)
    {
        if (signs.CpuAtLimit >= HeldBack || signs.Throttled >= OftenThrottled)
        {
            cores = Math.Max(cores, (app.CpuLimit ?? app.Cpus).Cores * CpuGrowth);
        }

        if (signs.MemoryKills > 0)
        {
            // The kernel kills at the limit; the step is the one that the VPA recommender takes after a kill.
            var felt = Math.Max(window.Days.Where(d => d.MemoryKills > 0).Max(d => Math.Max(d.MemoryRequested, d.MemoryPeak?.Value ?? 0)), window.Weeks.Max(w => w.MemoryPeak) ?? 0);
            bytes = Math.Max(bytes, Math.Max(felt + LeastMemoryGrowth, felt * MemoryGrowth));
        }

        return new(cores, bytes);
    }
}
