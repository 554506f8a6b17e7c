using Capacity.Core.Units;
using Capacity.Simulator.Model;
using Capacity.Simulator.Synthetic.Json;

namespace Capacity.Simulator.Wire;

/// <summary>The figures of one master, for its <c>/metrics/snapshot</c>.</summary>
internal static class MasterFigures
{
    private const int RegistryBytesPerAgent = 287;

    public static SortedDictionary<string, double> Of(World world, MasterNode node)
    {
        var masters = world.Masters;
        var now = world.Timeline.Now;
        var figures = MetricsDocument.Standby(now - node.StartedAt);
        var isLogReady = now >= node.LogRecoveredAt;
        figures["registrar/log/recovered"] = isLogReady ? 1 : 0;
        figures["registrar/log/ensemble_size"] = masters.Nodes.Count(n => n.IsUp);
        foreach (var (name, value) in node.Counters)
        {
            figures[name] = value;
        }

        if (masters.Leader != node)
        {
            return figures;
        }

        figures["master/elected"] = 1;
        if (masters.IsReady)
        {
            Lead(figures, world);
        }

        return figures;
    }

    private static void Lead(SortedDictionary<string, double> figures, World world)
    {
        var registered = world.Fleet.Agents.Where(a => a.Standing is Standing.Registered or Standing.Disconnected).ToList();
        var frameworks = world.AllFrameworks;
        MetricsDocument.Lead(
            figures,
            registered.Sum(a => a.Shape.Total),
            registered.Sum(a => a.Allocated),
            [.. frameworks.Select(f => f.Framework), .. frameworks.SelectMany(f => f.Former)],
            world.Masters.IsSick ? 8350.25 : 16.354048);
        var active = registered.Count(a => a.Standing == Standing.Registered && !a.IsDeactivated);
        var disconnected = registered.Count(a => a.Standing == Standing.Disconnected);
        figures["master/slaves_active"] = active;
        figures["master/slaves_inactive"] = registered.Count - active;
        figures["master/slaves_connected"] = registered.Count - disconnected;
        figures["master/slaves_disconnected"] = disconnected;
        figures["master/slaves_unreachable"] = world.Fleet.Agents.Count(a => a.Standing == Standing.Unreachable);
        figures["master/tasks_running"] = registered.SelectMany(a => a.Instances).Sum(i => i.Executor.Tasks.Count);

        // The master remembers so many for each framework, and none that were lost before it led.
        figures["master/tasks_unreachable"] = world.Fleet.Agents.Where(a => a.Standing == Standing.Unreachable)
            .SelectMany(a => a.Instances).GroupBy(i => i.Executor.Framework.Id).Sum(f => Math.Min(1000, f.Sum(i => i.Executor.Tasks.Count)));
        figures["master/frameworks_active"] = figures["master/frameworks_connected"] = frameworks.Count(f => f.IsSubscribed);
        figures["master/frameworks_disconnected"] = frameworks.Count(f => !f.IsSubscribed) + frameworks.Sum(f => f.Former.Count);
        figures["registrar/queued_operations"] = world.Masters.IsSick ? 14 : 0;
        figures["registrar/registry_size_bytes"] = RegistryBytesPerAgent * world.Fleet.Agents.Count(a => a.Standing != Standing.Down);
        foreach (var framework in frameworks)
        {
            OfFramework(figures, framework, framework.Framework.Id, framework.Framework.Name, framework.IsSubscribed, registered);
            foreach (var former in framework.Former)
            {
                OfFramework(figures, framework, former.Id, former.Name, isSubscribed: false, registered);
            }
        }
    }

    private static void OfFramework(
        SortedDictionary<string, double> figures, MarathonState framework, string id, string name, bool isSubscribed, List<AgentNode> registered)
    {
        var prefix = $"master/frameworks/{name}/{id}";
        figures[$"{prefix}/subscribed"] = isSubscribed ? 1 : 0;
        figures[$"{prefix}/tasks/active/task_running"] = registered.SelectMany(a => a.Instances).Count(i => i.Executor.Framework.Id == id);
        figures[$"{prefix}/offers/sent"] = framework.Apps.Sum(a => a.Launches);
        figures[$"{prefix}/offers/accepted"] = framework.Apps.Sum(a => a.Launches);
    }
}
