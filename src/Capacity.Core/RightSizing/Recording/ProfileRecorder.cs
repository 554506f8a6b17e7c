using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.TimeSeries;

namespace Capacity.Core.RightSizing.Recording;

/// <summary>Makes the profiles of all apps from one look at the cluster after the other, wherever the looks come from: live, or from the store.</summary>
/// <remarks>The same looks give the same profiles, however often it is stored and restored between them. Not for several threads.</remarks>
/// <param name="interval">The time between two looks.</param>
/// <param name="longestGap">Two samples of a container that are further apart give no rate.</param>
/// <param name="options">How profiles are made.</param>
public sealed class ProfileRecorder(TimeSpan interval, TimeSpan longestGap, ProfileOptions options)
{
    /// <summary>A kill that was long ago when it was noted first is no news.</summary>
    private static readonly TimeSpan OldNews = TimeSpan.FromDays(1);

    private readonly Dictionary<AppKey, AppDayRecord> open = [];
    private readonly Dictionary<AppKey, DateTimeOffset> lastLooks = [];
    private readonly Dictionary<AppKey, string> versions = [];
    private readonly List<EncodedProfile> closed = [];
    private Dictionary<string, ContainerTrace> traces = new(StringComparer.Ordinal);
    private DateTimeOffset? previous;
    private DateOnly today;

    /// <summary>Gets the last look that counted; <see langword="null"/> where none did.</summary>
    public DateTimeOffset? CoveredUntil { get; private set; }

    /// <summary>Begins with what was stored. Looks up to its end then only tell what was there before.</summary>
    public void Restore(ProfileState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        CoveredUntil = state.CoveredUntil;
        today = DateOnly.FromDateTime((state.CoveredUntil ?? default).UtcDateTime);
        foreach (var (app, profile) in state.OpenDay.Where(p => p.Profile.Day == today))
        {
            Day(app).Restore(profile);
        }

        foreach (var version in state.Events.Where(e => e.Kind == AppEventKind.Version && e.NotedAt <= CoveredUntil))
        {
            versions[version.App] = version.Key;
        }
    }

    /// <summary>Takes a look.</summary>
    /// <param name="look">Later than the look before.</param>
    /// <param name="events">What was noted in this look, or since the one before.</param>
    public void Take(UsageLook look, IEnumerable<AppEvent> events)
    {
        ArgumentNullException.ThrowIfNull(look);
        ArgumentNullException.ThrowIfNull(events);
        if (look.At <= previous || look.Points.Count == 0)
        {
            return;
        }

        var counts = CoveredUntil is not { } covered || look.At > covered;
        if (counts)
        {
            if (CoveredUntil is { } last && last.UtcTicks / interval.Ticks == look.At.UtcTicks / interval.Ticks)
            {
                // Two looks in one interval, as after a restart, are two, whether there was a checkpoint between them or not.
                foreach (var record in open.Values)
                {
                    record.Gather();
                }
            }

            Turn(DateOnly.FromDateTime(look.At.UtcDateTime));
            CoveredUntil = look.At;
            foreach (var e in events)
            {
                Take(e);
            }
        }

        var seen = new Dictionary<string, ContainerTrace>(look.Points.Count, StringComparer.Ordinal);
        foreach (var point in look.Points)
        {
            Take(point, look.At, counts, seen);
        }

        (traces, previous) = (seen, look.At);
    }

    /// <summary>Gives what changed since the last checkpoint that was stored; <see langword="null"/> where nothing did.</summary>
    public ProfileCheckpoint? Checkpoint()
    {
        if (CoveredUntil is not { } covered)
        {
            return null;
        }

        List<EncodedProfile> profiles = [.. closed, .. open.Where(o => o.Value.HasNews).Select(o => new EncodedProfile(o.Key, today, o.Value.Gather()))];
        return profiles.Count == 0 ? null : new(covered, profiles);
    }

    /// <summary>Takes note that the last checkpoint is stored.</summary>
    public void Committed()
    {
        closed.Clear();
        foreach (var record in open.Values)
        {
            record.HasNews = false;
        }
    }

    private AppDayRecord Day(AppKey app) => open.TryGetValue(app, out var record) ? record : open[app] = new(today, interval, options);

    private void Take(AppEvent e)
    {
        if (e.Kind == AppEventKind.Version)
        {
            versions[e.App] = e.Key;
        }
        else if (e.NotedAt - e.At <= OldNews)
        {
            Day(e.App).AddKill(e.Key);
        }
    }

    private void Take(in UsagePoint point, DateTimeOffset at, bool counts, Dictionary<string, ContainerTrace> seen)
    {
        var isKnown = traces.TryGetValue(point.ContainerId, out var trace);
        DateTimeOffset? started = isKnown ? trace.StartedAt : at - previous <= longestGap ? at : null;
        if (counts)
        {
            Expect(point.App, at);
            Day(point.App).Add(Interval(point, isKnown ? trace.Last : null, at, started));
        }

        lastLooks[point.App] = at;
        seen[point.ContainerId] = new(point.SampledAt is null && isKnown ? trace.Last : point, started);
    }

    /// <summary>An app that was there before the service was away was there meanwhile, and nobody looked.</summary>
    private void Expect(AppKey app, DateTimeOffset at)
    {
        var before = lastLooks.TryGetValue(app, out var last) ? last : (DateTimeOffset?)null;
        if (before == at)
        {
            return;
        }

        var start = new DateTimeOffset(today.ToDateTime(default), TimeSpan.Zero);
        var since = before is { } b && b == previous ? b < start ? start - interval : b : at - interval;
        Day(app).Expect(Math.Max(1, Looks(at - since)));
    }

    private InstanceInterval Interval(in UsagePoint point, UsagePoint? before, DateTimeOffset at, DateTimeOffset? started)
    {
        var passed = point.SampledAt - before?.SampledAt;
        var usable = passed > TimeSpan.Zero && passed <= longestGap ? before : null;
        var cpu = Grown(point.CpuMicroseconds, usable?.CpuMicroseconds);
        var throttled = Grown(point.ThrottledPeriods, usable?.ThrottledPeriods);
        var periods = throttled is null ? null : Grown(point.Periods, usable?.Periods);
        return new()
        {
            Instance = point.ContainerId,
            At = at,
            StartedAt = started,
            CpuCores = cpu is long used ? (double)used * TimeSpan.TicksPerMicrosecond / passed!.Value.Ticks : null,
            MemoryBytes = point.MemoryBytes,
            CacheBytes = point.CacheBytes,
            Cpus = point.Cpus,
            Memory = point.Memory,

            // Without enforcement periods nothing is enforced, and the limit is only a share of a busy host.
            CpuLimit = point is { Periods: not null, CpuLimitCores: >= 0 and < 1e6 and var limit } ? Units.CpuCores.FromCores(limit) : null,
            MemoryLimit = point.MemoryLimitBytes is >= 0 and var most ? Units.MemorySize.FromBytes(most) : null,
            Periods = periods ?? 0,
            ThrottledPeriods = periods is null ? 0 : throttled!.Value,
            Version = versions.GetValueOrDefault(point.App),
        };
    }

    private static long? Grown(long? now, long? before) => now - before is >= 0 and var grown ? grown : null;

    private int Looks(TimeSpan time) => (int)Math.Round(time / interval);

    private void Turn(DateOnly day)
    {
        if (day == today)
        {
            return;
        }

        var end = new DateTimeOffset(today.AddDays(1).ToDateTime(default), TimeSpan.Zero);
        foreach (var (app, record) in open)
        {
            if (previous is { } last && lastLooks.TryGetValue(app, out var seen) && seen == last)
            {
                record.Expect(Math.Max(0, Looks(end - last) - 1));
            }

            closed.Add(new(app, today, record.Close()));
        }

        open.Clear();
        today = day;
    }
}
