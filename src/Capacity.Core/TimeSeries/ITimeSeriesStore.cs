using Capacity.Core.Cluster;
using Capacity.Core.Packing.History;

namespace Capacity.Core.TimeSeries;

/// <summary>Keeps samples of one cluster over time.</summary>
/// <remarks>
/// Counters are stored as agents reported them; rates are made on reading. All methods may be called at the same time. Reading
/// throws <see cref="IOException"/> where the store can't be read; damaged files are set aside and don't count as that.
/// </remarks>
public interface ITimeSeriesStore : IAsyncDisposable
{
    /// <summary>Gets how the store is.</summary>
    StoreHealth Health { get; }

    /// <summary>Stores what one collection found.</summary>
    Task<AppendOutcome> AppendAsync(SampleBatch batch, CancellationToken cancellationToken);

    /// <summary>Stores how agents are packed, by one report. It is kept as long as the summaries.</summary>
    /// <param name="at">When the cluster was like this: that of every point.</param>
    /// <param name="agents">A point for each agent.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<AppendOutcome> AppendPackingAsync(DateTimeOffset at, IReadOnlyCollection<PackingPoint> agents, CancellationToken cancellationToken);

    /// <summary>Reads what an app used.</summary>
    Task<AppSeries> ReadAppAsync(AppKey app, SeriesRange range, CancellationToken cancellationToken);

    /// <summary>Reads what each instance of an app used, sorted by container id.</summary>
    /// <param name="app">The app.</param>
    /// <param name="range">When, and in what buckets.</param>
    /// <param name="most">So many with the highest CPU and as many with the highest memory in any hour (of today: in any five minutes, or in the mean of the newest samples), 1 or more; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<InstanceSeries>> ReadInstancesAsync(AppKey app, SeriesRange range, int? most, CancellationToken cancellationToken);

    /// <summary>
    /// Reads every collection of a stretch of time that found containers, in order of time, and all of its samples at once: keep the stretch
    /// short. Where only summaries are left there are none.
    /// </summary>
    Task<IReadOnlyList<UsageLook>> ReadLooksAsync(DateTimeOffset start, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Reads the cluster and every zone that has data in the range: the cluster first, then the zones by name; nothing where nobody looked.</summary>
    Task<IReadOnlyList<GroupSeries>> ReadGroupsAsync(SeriesRange range, CancellationToken cancellationToken);

    /// <summary>Reads one agent.</summary>
    Task<AgentSeries> ReadAgentAsync(AgentName agent, SeriesRange range, CancellationToken cancellationToken);

    /// <summary>Reads how one agent was packed in <c>[start, until)</c>, in order of time, a point for each report; ratios are in single precision.</summary>
    Task<IReadOnlyList<PackingPoint>> ReadPackingAsync(AgentName agent, DateTimeOffset start, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Finds when the cluster was last looked at; <see langword="null"/> where nothing is stored.</summary>
    Task<DateTimeOffset?> FindLatestAsync(CancellationToken cancellationToken);

    /// <summary>Seals the days that are over and drops what is older than the retention. Call it every few minutes.</summary>
    Task<MaintenanceReport> MaintainAsync(CancellationToken cancellationToken);
}
