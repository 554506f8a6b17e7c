using Capacity.Server.Api;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;
using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>What the service says of its keeping.</summary>
internal sealed class StoreMetrics : ICurrentMetrics
{
    private readonly ServiceConfiguration configuration;
    private readonly SampleKeeper keeper;
    private readonly Stores stores;
    private readonly string[] cluster;
    private readonly MetricSheet sheet = new();
    private readonly Counter rowsStored;
    private readonly Counter collectionsStored;
    private readonly Counter collectionsLost;
    private readonly Gauge rowsWaiting;
    private readonly Gauge collectionsWaiting;
    private readonly Gauge lag;
    private readonly Gauge accepts;
    private readonly Gauge remembers;
    private readonly Gauge alarms;
    private readonly Gauge retention;
    private readonly Gauge bytes;
    private readonly Gauge freeBytes;

    public StoreMetrics(MetricSet set, ServiceConfiguration configuration, SampleKeeper keeper, Stores stores)
    {
        (this.configuration, this.keeper, this.stores, cluster) = (configuration, keeper, stores, [configuration.ClusterName]);
        rowsStored = set.Counter("capacity_samples_stored_total", "Rows that are on disk since the start: they are there after any crash.", "cluster");
        collectionsStored = set.Counter("capacity_collections_stored_total", "Collections that are on disk since the start.", "cluster");
        collectionsLost = set.Counter("capacity_collections_lost_total", "Collections that the store never took.", "cluster");
        rowsWaiting = set.Gauge("capacity_rows_waiting", "Rows that wait for the disk.", "cluster");
        collectionsWaiting = set.Gauge("capacity_collections_waiting", "Collections that wait for the disk.", "cluster");
        lag = set.Gauge("capacity_store_lag_seconds", "The age of the newest collection that was stored since the start.", "cluster");
        accepts = set.Gauge("capacity_store_accepts_writes", "Whether the last collection was stored.", "cluster");
        remembers = set.Gauge("capacity_inventory_accepts_writes", "Whether the agents of the last collection were remembered.", "cluster");
        alarms = set.Gauge("capacity_store_alarms", "Alarms of the store since the start, of the last hundred, by fault.", "cluster", "fault");
        retention = set.Gauge("capacity_store_retention_seconds", "How long data are kept: raw samples, and their summaries.", "cluster", "data");
        bytes = set.Gauge("capacity_store_bytes", "What the data folder takes on its disk.", "cluster");
        freeBytes = set.Gauge("capacity_store_free_bytes", "What is free on the disk of the data folder.", "cluster");
    }

    /// <inheritdoc/>
    public void Show(DateTimeOffset now)
    {
        var (state, health) = (keeper.State, stores.Samples.Health);
        sheet.Set(rowsStored, cluster, state.RowsStored);
        sheet.Set(collectionsStored, cluster, state.CollectionsStored);
        sheet.Set(collectionsLost, cluster, state.CollectionsLost);
        sheet.Set(rowsWaiting, cluster, state.RowsWaiting);
        sheet.Set(collectionsWaiting, cluster, state.CollectionsWaiting);
        sheet.Set(lag, cluster, (now - state.NewestStored)?.TotalSeconds);
        sheet.Set(accepts, cluster, health.AcceptsWrites && state.Trouble is null ? 1 : 0);
        sheet.Set(remembers, cluster, state.InventoryTrouble is null ? 1 : 0);
        foreach (var (fault, count) in health.Alarms.CountBy(a => a.Fault))
        {
            sheet.Set(alarms, [.. cluster, Words.Of(fault)], count);
        }

        sheet.Set(retention, [.. cluster, "raw"], configuration.KeepRaw.TotalSeconds);
        sheet.Set(retention, [.. cluster, "summaries"], configuration.KeepSummaries.TotalSeconds);
        sheet.Set(bytes, cluster, OrNull(() => new DirectoryInfo(configuration.DataFolder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length)));
        sheet.Set(freeBytes, cluster, OrNull(() => new DriveInfo(Path.GetFullPath(configuration.DataFolder)).AvailableFreeSpace));
        sheet.Sweep();
    }

    /// <summary>Files come and go while they are looked at.</summary>
    private static double? OrNull(Func<double> look)
    {
        try
        {
            return look();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
