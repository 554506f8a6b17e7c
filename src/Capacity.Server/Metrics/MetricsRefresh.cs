using Capacity.Core.Packing.Measures;
using Capacity.Core.Scanning;
using Capacity.Server.Configuration;
using Capacity.Server.Live;
using Capacity.Server.Packing;

namespace Capacity.Server.Metrics;

/// <summary>Brings the metrics up to date when somebody reads them, and takes away what is too old to be called the present.</summary>
internal sealed class MetricsRefresh(
    MetricSet set,
    ServiceConfiguration configuration,
    ClusterWatch watch,
    ClusterMetrics cluster,
    MesosMetrics mesos,
    PackingKeeper packed,
    PackingMetrics packing,
    ServiceMetrics own,
    IEnumerable<ICurrentMetrics> current,
    TimeProvider time)
{
    private const int MostIntervals = 3;
    private static readonly TimeSpan PackingInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AlwaysFresh = TimeSpan.FromMinutes(2);

    private readonly Lock gate = new();
    private (ScanReport? Cluster, ScanReport? Masters, PackingReport? Packing) shown;

    /// <summary>From here on, each reading of the metrics is of its own time.</summary>
    public void Start() => set.Registry.AddBeforeCollectCallback(Refresh);

    private void Refresh()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var report = watch.Latest;
            var masters = IsFresh(report?.Picture.MastersAt, configuration.MastersInterval, now) ? report : null;
            var whole = IsFresh(report?.To, configuration.Interval, now) ? report : null;
            if (!ReferenceEquals(shown.Cluster, whole))
            {
                cluster.Show(whole);
            }

            if (!ReferenceEquals(shown.Masters, masters))
            {
                mesos.Show(masters?.Picture);
            }

            var measured = IsFresh(packed.Latest?.At, PackingInterval, now) ? packed.Latest : null;
            if (!ReferenceEquals(shown.Packing, measured))
            {
                packing.Show(measured);
            }

            shown = (whole, masters, measured);
            own.Show(whole?.Picture, now);
            foreach (var metrics in current)
            {
                metrics.Show(now);
            }
        }
    }

    private static bool IsFresh(DateTimeOffset? at, TimeSpan interval, DateTimeOffset now)
    {
        var most = MostIntervals * interval;
        return now - at <= (most > AlwaysFresh ? most : AlwaysFresh);
    }
}
