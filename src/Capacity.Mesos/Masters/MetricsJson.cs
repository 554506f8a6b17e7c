using Capacity.Core.Cluster;
using Capacity.Mesos.Wire;

namespace Capacity.Mesos.Masters;

/// <summary>The answer to <c>/metrics/snapshot</c>: figures by name. A figure that was not ready in time is missing, not zero.</summary>
internal sealed class MetricsJson(IReadOnlyDictionary<string, double> values)
{
    private const string FrameworkPrefix = "master/frameworks/";
    private const string SubscribedSuffix = "/subscribed";
    private const string MemoryKillSuffix = "/reason_container_limitation_memory";

    /// <summary>Gets a value indicating whether any figure is one that a master gives; a blocked one still gives those of its host.</summary>
    public bool IsMaster => Find("master/elected") is not null || Find("system/cpus_total") is not null;

    public MasterReading ToReading(HostPort address)
    {
        var elected = Find("master/elected");
        return new()
        {
            Address = address,
            Elected = elected is null ? null : elected == 1,
            Uptime = Scalars.ToSpan(Find("master/uptime_secs")),
            LogRecovered = Find("registrar/log/recovered") is double recovered ? recovered == 1 : null,
            EnsembleSize = Scalars.ToInt(Find("registrar/log/ensemble_size")),
            RegistryRead = Find("registrar/state_fetch_ms") is not null || Find("registrar/registry_size_bytes") is not null,
            Blocked = elected is null && Find("system/cpus_total") is not null,
            QueuedRegistryOperations = Scalars.ToFigure(Find("registrar/queued_operations")),
            CpusTotal = Scalars.ToFigure(Find("master/cpus_total")),
            CpusAllocated = Scalars.ToFigure(Find("master/cpus_used")),
            UnreachableAgents = Scalars.ToInt(Find("master/slaves_unreachable")),
            RunningTasks = Scalars.ToInt(Find("master/tasks_running")),
            MemoryKills = MemoryKills(),
            SubscribedFrameworks = Subscriptions(),
            Figures = values.Where(v => !v.Key.StartsWith(FrameworkPrefix, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal),
        };
    }

    private double? Find(string name) => values.TryGetValue(name, out var value) ? value : null;

    /// <summary>The counters appear with the first kill, so their absence on a master that has the others means none.</summary>
    private long? MemoryKills() => Find("master/tasks_running") is null
        ? null
        : Scalars.ToCount(values.Where(v => v.Key.StartsWith("master/task_", StringComparison.Ordinal) && v.Key.EndsWith(MemoryKillSuffix, StringComparison.Ordinal)).Sum(v => v.Value));

    /// <summary>Names are <c>master/frameworks/NAME/ID/subscribed</c>, where NAME may hold anything but a slash.</summary>
    private Dictionary<string, bool> Subscriptions()
    {
        var subscriptions = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (name.StartsWith(FrameworkPrefix, StringComparison.Ordinal) && name.EndsWith(SubscribedSuffix, StringComparison.Ordinal)
                && name[FrameworkPrefix.Length..^SubscribedSuffix.Length].Split('/') is [_, var id])
            {
                subscriptions[id] = value == 1;
            }
        }

        return subscriptions;
    }
}
