using Capacity.Core.Scanning;
using Capacity.Core.Units;
using Capacity.Server.Api;
using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>What each zone has, and what becomes of it.</summary>
internal sealed class ZoneMetrics(MetricSet set, MetricSheet sheet, string cluster)
{
    private readonly Level total = new(set, "total", "there are on agents that count as capacity");
    private readonly Level allocated = new(set, "allocated", "run tasks and executors");
    private readonly Level used = new(set, "used", "are used by containers, of those that were measured");
    private readonly Level free = new(set, "free", "are free on agents that take new tasks");
    private readonly Level stranded = new(set, "stranded", "are free and cannot be used by today's mix");
    private readonly Gauge agents = set.Gauge("capacity_agents", "Agents by state; lost ones too.", "cluster", "zone", "state");
    private readonly Gauge unknown = set.Gauge("capacity_agents_of_unknown_size", "Agents that count as capacity and are in no total, for nobody has said what they have.", "cluster", "zone");

    public void Show(IEnumerable<GroupFigures> zones)
    {
        foreach (var zone in zones)
        {
            string[] labels = [cluster, zone.Name ?? string.Empty];
            Show(total, labels, zone.Total);
            Show(allocated, labels, zone.Allocated);
            Show(free, labels, zone.Free);
            Show(stranded, labels, zone.Stranded);
            sheet.Set(used.Cores, labels, zone.Usage.Cpus?.Cores);
            sheet.Set(used.Bytes, labels, zone.Usage.Memory?.Bytes);
            sheet.Set(unknown, labels, zone.SizeUnknown);
            foreach (var (state, count) in zone.Agents)
            {
                sheet.Set(agents, [.. labels, Words.Of(state)], count);
            }
        }
    }

    private void Show(Level level, string[] labels, ResourceVector value)
    {
        sheet.Set(level.Cores, labels, value.Cpus.Cores);
        sheet.Set(level.Bytes, labels, value.Memory.Bytes);
    }

    private sealed class Level(MetricSet set, string name, string what)
    {
        public Gauge Cores { get; } = set.Gauge($"capacity_cpu_{name}_cores", $"Cores that {what}.", "cluster", "zone");

        public Gauge Bytes { get; } = set.Gauge($"capacity_memory_{name}_bytes", $"Bytes of memory that {what}.", "cluster", "zone");
    }
}
