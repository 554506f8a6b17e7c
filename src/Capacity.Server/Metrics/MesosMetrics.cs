using Capacity.Core.Cluster;
using Capacity.Server.Configuration;
using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>Passes on what masters say of themselves, and what the leader says of the cluster: as they said it, through elections too.</summary>
internal sealed class MesosMetrics
{
    private readonly string cluster;
    private readonly MetricSheet sheet = new();
    private readonly Dictionary<string, Collector> metrics = [];

    public MesosMetrics(MetricSet set, ServiceConfiguration configuration)
    {
        cluster = configuration.ClusterName;
        foreach (var figure in MesosFigures.All.DistinctBy(f => f.Name))
        {
            string[] labels = figure.State is null ? ["cluster", "master"] : ["cluster", "master", "state"];
            metrics[figure.Name] = figure.IsCounter ? set.Counter(figure.Name, figure.Help, labels) : set.Gauge(figure.Name, figure.Help, labels);
        }
    }

    /// <summary>Shows the masters of a picture; <see langword="null"/> for nothing that is new enough.</summary>
    public void Show(ClusterSnapshot? picture)
    {
        foreach (var master in picture?.Masters ?? [])
        {
            foreach (var figure in MesosFigures.All.Where(f => !f.OfTheCluster || master.Address == picture!.Leader?.Address))
            {
                Show(master, figure);
            }
        }

        sheet.Sweep();
    }

    private void Show(MasterReading master, MesosFigure figure)
    {
        double? value = master.Figures.TryGetValue(figure.MesosName, out var said) ? said * figure.Factor : null;
        string[] labels = figure.State is { } state ? [cluster, master.Address.ToString(), state] : [cluster, master.Address.ToString()];
        switch (metrics[figure.Name])
        {
            case Gauge gauge:
                sheet.Set(gauge, labels, value);
                break;

            case Counter counter:
                sheet.Set(counter, labels, value);
                break;
        }
    }
}
