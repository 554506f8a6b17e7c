using Capacity.Core.Cluster;

namespace Capacity.Server.Live;

/// <summary>A window of maintenance, and how its machines are.</summary>
/// <param name="Window">The window.</param>
/// <param name="Agents">The agents on its machines, sorted by name; machines without one have none.</param>
public sealed record MaintenanceStanding(MaintenanceWindow Window, IReadOnlyList<Agent> Agents)
{
    /// <summary>Gets how many of the agents were taken down.</summary>
    public int Down => Agents.Count(a => a.State == AgentState.DownForMaintenance);

    /// <summary>Gets how many of the agents run, and are to be left.</summary>
    public int Draining => Agents.Count(a => a.State == AgentState.InMaintenance);

    /// <summary>Gets the zones that the agents stand in.</summary>
    public IReadOnlyList<string> Zones => [.. Agents.Select(a => a.Zone).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Lists the windows that are scheduled, the next to begin first.</summary>
    public static IReadOnlyList<MaintenanceStanding> Of(ClusterSnapshot picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return [.. picture.MaintenanceWindows.OrderBy(w => w.Start).Select(w => new MaintenanceStanding(w, [.. picture.Agents.Where(a => w.Machines.Any(m => m.Has(a)))]))];
    }

    /// <summary>Says how far it is: <c>planned</c>, <c>underWay</c>, or <c>overdue</c> where its end is over and nobody has lifted it.</summary>
    public string StateAt(DateTimeOffset now) => now < Window.Start ? "planned" : Window.Contains(now) ? "underWay" : "overdue";
}
