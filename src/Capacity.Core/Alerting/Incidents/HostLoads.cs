using Capacity.Core.Alerting.Subjects;
using Capacity.Core.Cluster;
using Capacity.Core.Scanning;

namespace Capacity.Core.Alerting.Incidents;

/// <summary>What ran on which machine, also on machines that are gone by now: what a failure takes with it.</summary>
public sealed class HostLoads
{
    private const int MostApps = 100;

    private readonly Dictionary<string, Dictionary<AppKey, int>> loads = new(StringComparer.Ordinal);
    private Dictionary<AppKey, AppFigures> apps = [];

    /// <summary>Takes a report. Machines that were not read keep what they ran when they were.</summary>
    public void Take(ScanReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var picture = report.Picture;
        foreach (var host in picture.AgentsRead.Select(a => a.Hostname).Distinct())
        {
            loads[host] = [];
        }

        foreach (var container in picture.Containers.Where(c => picture.AgentsRead.Contains(c.Agent)))
        {
            var load = loads[container.Agent.Hostname];
            load[container.App] = load.GetValueOrDefault(container.App) + 1;
        }

        foreach (var gone in loads.Keys.Except(picture.Agents.Select(a => a.Name.Hostname)).ToList())
        {
            loads.Remove(gone);
        }

        apps = report.Apps.DistinctBy(a => a.Key).ToDictionary(a => a.Key);
    }

    /// <summary>Gives the team of an app by its id; <see langword="null"/> where nobody owns it, or apps of this id are several teams'.</summary>
    public string? TeamOf(string app) => apps.Values.Where(a => a.Key.Id == app).Select(a => a.Team).Distinct().ToList() is [var team] ? team : null;

    /// <summary>Says what machines took with them that failed.</summary>
    /// <param name="hosts">The machines.</param>
    /// <param name="find">Where a machine stands.</param>
    /// <returns>The machines with what ran on them; <see langword="null"/> for no machines.</returns>
    public BlastRadius? Of(IReadOnlyCollection<string> hosts, Func<string, Machine?> find)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        ArgumentNullException.ThrowIfNull(find);
        if (hosts.Count == 0)
        {
            return null;
        }

        var machines = hosts.Select(h => find(h) ?? new Machine(h, null, null, [])).ToList();
        var lost = machines.Where(m => loads.ContainsKey(m.Host)).SelectMany(m => loads[m.Host])
            .GroupBy(l => l.Key)
            .Select(g => Hit(g.Key, g.Sum(l => l.Value)))
            .OrderByDescending(a => (double)a.Lost / a.Instances).ThenByDescending(a => a.Lost).ThenBy(a => a.Id, StringComparer.Ordinal)
            .ToList();
        return new(
            hosts.Count,
            [.. machines.Select(m => m.Rack).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            [.. machines.Select(m => m.Zone).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            [.. lost.Take(MostApps)],
            lost.Count,
            lost.Sum(a => a.Lost));
    }

    private HitApp Hit(AppKey app, int lost)
    {
        var known = apps.GetValueOrDefault(app);
        return new(app.Framework, app.Id, lost, Math.Max(lost, known?.Instances ?? 0), known?.Team);
    }
}
