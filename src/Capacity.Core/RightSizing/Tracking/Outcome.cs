using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Tracking;

/// <summary>What became of a change of an app's size or count.</summary>
/// <param name="From">What it had.</param>
/// <param name="To">What it had after it.</param>
/// <param name="ChangedAt">When the change was seen.</param>
/// <param name="RealisedPerHour">What is saved an hour since; negative where it costs more.</param>
/// <param name="Days">The days that were watched since, the day of the change included.</param>
/// <param name="MemoryKills">The kills for memory in these days.</param>
/// <param name="ThrottledRatio">The share of enforcement periods that were throttled; <see langword="null"/> where none are counted.</param>
/// <param name="CpuExceedRatio">The share of samples above the new CPU request; <see langword="null"/> where nothing was measured.</param>
public sealed record Outcome(Shape From, Shape To, DateTimeOffset ChangedAt, double RealisedPerHour, int Days, int MemoryKills, double? ThrottledRatio, double? CpuExceedRatio)
{
    /// <summary>Finds what became of the last change; <see langword="null"/> where nothing was changed.</summary>
    /// <param name="history">The advice of one app, the earliest first: each holds what the app had then.</param>
    /// <param name="profiles">Its days.</param>
    public static Outcome? Of(IReadOnlyList<AdviceRecord> history, IReadOnlyList<AppDayProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(profiles);
        for (var i = history.Count - 1; i > 0; i--)
        {
            var (before, after) = (history[i - 1], history[i]);
            if (before.Current != after.Current)
            {
                var since = profiles.Where(p => p.Day >= DateOnly.FromDateTime(after.At.UtcDateTime)).ToList();
                var periods = since.Sum(d => d.Instances.Values.Sum(x => x.Periods));
                var measured = since.Sum(d => d.Cpu.Count);
                var bucket = LogBuckets.IndexOf(after.Current.Cpus.Cores);
                return new(
                    before.Current,
                    after.Current,
                    after.At,
                    before.CostPerHour - after.CostPerHour,
                    since.Count,
                    since.Sum(d => d.Instances.Values.Sum(x => x.MemoryKills)),
                    periods > 0 ? (double)since.Sum(d => d.Instances.Values.Sum(x => x.ThrottledPeriods)) / periods : null,
                    measured > 0 ? (double)since.Sum(d => d.Cpu.CountAbove(bucket)) / measured : null);
            }
        }

        return null;
    }
}
