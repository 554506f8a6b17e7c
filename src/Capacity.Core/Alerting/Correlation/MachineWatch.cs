using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>Machines that are gone without an explanation, by zone; finds those that failed together.</summary>
internal sealed class MachineWatch(AlertPolicy policy, Topology topology, Leadership leadership)
{
    private static readonly Dictionary<string, HostEvidence> None = [];
    private readonly Dictionary<string, Dictionary<string, HostEvidence>> zones = new(StringComparer.Ordinal);

    public IEnumerable<HostEvidence> All => zones.Values.SelectMany(z => z.Values);

    public void Add(TrackedAlert alert, DateTimeOffset since)
    {
        var machine = alert.Subject.Machine!;
        if (!zones.TryGetValue(machine.Zone ?? "", out var hosts))
        {
            zones[machine.Zone ?? ""] = hosts = [];
        }

        if (!hosts.TryGetValue(machine.Host, out var evidence))
        {
            hosts[machine.Host] = evidence = new(machine.Host, machine.Zone, machine.Rack, since);
        }

        evidence.Alerts.Add(alert);
    }

    public void Remove(TrackedAlert alert)
    {
        if (alert.Subject.Machine is { } machine && zones.TryGetValue(machine.Zone ?? "", out var hosts) && hosts.TryGetValue(machine.Host, out var evidence))
        {
            evidence.Alerts.Remove(alert);
            if (evidence.Alerts.Count == 0)
            {
                hosts.Remove(machine.Host);
            }
        }
    }

    public bool Contains(TrackedAlert alert) =>
        alert.Subject.Machine is { } machine && In(machine.Zone ?? "").TryGetValue(machine.Host, out var evidence) && evidence.Alerts.Contains(alert);

    public bool Has(Machine machine) => In(machine.Zone ?? "").ContainsKey(machine.Host);

    /// <summary>Whether a zone may yet turn out to have failed: enough of its machines are gone, and their time is not over.</summary>
    public bool IsForming(string? zone, DateTimeOffset now) =>
        zones.Any(z => (zone is null || z.Key == zone) && z.Value.Values.Where(e => now - e.FirstAt <= policy.Collapse).Skip(policy.CollapseMachines - 1).Any());

    /// <summary>Until when services that went away on several machines, which themselves answer, are taken for a rolling restart; <see langword="null"/> where there is none.</summary>
    public DateTimeOffset? RestartsUntil(DateTimeOffset now)
    {
        var restarting = All.Where(e => now - e.FirstAt <= policy.Expected + policy.Grace && !IsGone(e)).ToList();
        return restarting.Count >= policy.CollapseMachines ? restarting.Min(e => e.FirstAt) + policy.Expected + policy.Grace : null;
    }

    /// <summary>Looks for machines of one zone that failed together.</summary>
    /// <param name="zone">The zone; empty for machines without one.</param>
    /// <param name="now">The time.</param>
    /// <param name="again">When to look again; <see langword="null"/> where it needs new evidence.</param>
    public Failure? Find(string zone, DateTimeOffset now, out DateTimeOffset? again)
    {
        again = null;
        var together = Together(zone, now);
        if (together.Count < policy.CollapseMachines)
        {
            return null;
        }

        var first = together[0].FirstAt;
        if (now < first + policy.Collapse)
        {
            again = first + policy.Collapse;
            return null;
        }

        var rack = together.Where(e => e.Rack is not null).GroupBy(e => e.Rack).MaxBy(g => g.Count());
        var isRack = rack is not null && rack.Count() >= policy.CollapseMachines && rack.Count() >= policy.RackShare * together.Count;
        var failed = isRack ? rack!.ToList() : together;
        var size = topology.Size(failed[0].Zone, isRack ? rack!.Key : null);
        if (failed.Count(IsGone) < policy.CollapseMachines && !IsMuch(failed, size) && now < first + policy.Expected + policy.Grace)
        {
            again = first + policy.Expected + policy.Grace;
            return null;
        }

        var of = size > 0 ? $" of {size}" : "";
        return new(failed[0].Zone, isRack ? rack!.Key : null, failed, $"{failed.Count}{of} machines within {(failed[^1].FirstAt - first).TotalSeconds:0} s");
    }

    private Dictionary<string, HostEvidence> In(string zone) => zones.TryGetValue(zone, out var hosts) ? hosts : None;

    private bool IsGone(HostEvidence evidence) => evidence.IsMachine || leadership.Unreachable.Contains(evidence.Host);

    /// <summary>Whether so much of one place is gone, and so little of others, that no rolling restart does that.</summary>
    private bool IsMuch(List<HostEvidence> failed, int size) =>
        size > 0
            ? failed.Count >= policy.CollapseShare * size && !failed.All(e => e.IsRegistrationOnly && IsEverywhere(failed[0].Zone))
            : !IsEverywhere(failed[0].Zone);

    private bool IsEverywhere(string? zone) => zones.Any(z => z.Key != (zone ?? "") && z.Value.Count >= policy.CollapseMachines);

    /// <summary>The most machines that went away within the window, in order of time.</summary>
    private List<HostEvidence> Together(string zone, DateTimeOffset now)
    {
        var recent = In(zone).Values.Where(e => now - e.FirstAt <= policy.CollapseWindow + policy.Expected + policy.Grace).OrderBy(e => e.FirstAt).ToList();
        var (best, start, length) = (0, 0, 0);
        for (var end = 0; end < recent.Count; end++)
        {
            while (recent[end].FirstAt - recent[start].FirstAt > policy.CollapseWindow)
            {
                start++;
            }

            if (end - start + 1 > length)
            {
                (best, length) = (start, end - start + 1);
            }
        }

        return recent.GetRange(best, length);
    }
}
