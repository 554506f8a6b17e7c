using Capacity.Core.Cluster;
using Capacity.Core.Packing.History;
using Capacity.Core.TimeSeries;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Time series in DuckDB files within one folder that belongs to this process. See the README beside this file.</summary>
public sealed class DuckDbTimeSeriesStore : ITimeSeriesStore
{
    private readonly FolderOwner owner;
    private readonly DayStore days;
    private readonly BatchAppender appender;
    private readonly Maintenance maintenance;
    private readonly StoreState state;
    private readonly SealedLooks sealedLooks;
    private readonly DuckDbOptions options;
    private readonly SemaphoreSlim appending = new(1);
    private readonly SemaphoreSlim maintaining = new(1);

    private DuckDbTimeSeriesStore(DuckDbOptions options, FolderOwner owner, StoreFiles files, TimeProvider time)
    {
        (this.options, this.owner) = (options, owner);
        var alarms = new Alarms(time);
        var quarantine = new Quarantine(alarms, time);
        var engine = new DuckDbEngine(options, files);
        var folder = new DayFolder(files, engine, quarantine, time);
        var retention = new Retention(options, time);
        var room = new MemoryRoom(engine, options);
        days = new(engine, room, folder, new(engine, folder, quarantine), alarms);
        state = new(alarms, time);
        sealedLooks = new(options);
        appender = new(days, files, options, retention, state, time);
        maintenance = new(days, room, folder, new(files, options), new(days, new(days, options), options), appender, options, retention, alarms, time);
    }

    /// <inheritdoc/>
    public StoreHealth Health => state.Health;

    /// <summary>Opens the store in a folder, which is made where it is missing.</summary>
    public static Task<DuckDbOpening> OpenAsync(DuckDbOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        return Task.Run(() => Open(options, time), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<AppendOutcome> AppendAsync(SampleBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return AppendAsync(() => appender.Append(batch, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<AppendOutcome> AppendPackingAsync(DateTimeOffset at, IReadOnlyCollection<PackingPoint> agents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(agents);
        return AppendAsync(() => appender.Append(at, agents, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<AppSeries> ReadAppAsync(AppKey app, SeriesRange range, CancellationToken cancellationToken) =>
        ReadAsync((session, catalog) => new UsageReader(catalog, sealedLooks, options).ReadApp(session, app, range), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<InstanceSeries>> ReadInstancesAsync(AppKey app, SeriesRange range, int? most, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<InstanceSeries>>((session, catalog) => new UsageReader(catalog, sealedLooks, options).ReadInstances(session, app, range, most), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UsageLook>> ReadLooksAsync(DateTimeOffset start, DateTimeOffset until, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<UsageLook>>((session, catalog) => new PointReader(catalog).Read(session, start, until), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<GroupSeries>> ReadGroupsAsync(SeriesRange range, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<GroupSeries>>((session, catalog) => new GroupReader(catalog).Read(session, range), cancellationToken);

    /// <inheritdoc/>
    public Task<AgentSeries> ReadAgentAsync(AgentName agent, SeriesRange range, CancellationToken cancellationToken) =>
        ReadAsync((session, catalog) => new AgentReader(catalog).Read(session, agent, range), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PackingPoint>> ReadPackingAsync(AgentName agent, DateTimeOffset start, DateTimeOffset until, CancellationToken cancellationToken) =>
        ReadAsync((session, catalog) => new PackingReader(catalog).Read(session, agent, start, until), cancellationToken);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> FindLatestAsync(CancellationToken cancellationToken) =>
        ReadAsync((session, catalog) => new LookReader(catalog, sealedLooks, options).Latest(session), cancellationToken);

    /// <inheritdoc/>
    public async Task<MaintenanceReport> MaintainAsync(CancellationToken cancellationToken)
    {
        await maintaining.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => maintenance.Run(cancellationToken), cancellationToken);
        }
        finally
        {
            maintaining.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // What is under way ends first: a batch in the middle is stored or not, never half.
        await appending.WaitAsync();
        await maintaining.WaitAsync();
        await Task.Run(days.Dispose);
        owner.Dispose();
    }

    private static DuckDbOpening Open(DuckDbOptions options, TimeProvider time)
    {
        if (options.Faults() is { Count: > 0 } faults)
        {
            return new DuckDbOpening.Refused(StoreFault.OutOfRange, string.Join("; ", faults));
        }

        FolderOwner? owner = null;
        try
        {
            var files = new StoreFiles(Path.GetFullPath(options.Folder));
            Directory.CreateDirectory(files.Folder);
            owner = FolderOwner.Take(files.Folder);
            files.Prepare();
            var store = new DuckDbTimeSeriesStore(options, owner, files, time);
            store.days.Start();
            return new DuckDbOpening.Opened(store);
        }
        catch (FolderTakenException e)
        {
            return new DuckDbOpening.Refused(StoreFault.Unavailable, e.Message);
        }
        catch (Exception e) when (Faults.IsExpected(e))
        {
            owner?.Dispose();
            return new DuckDbOpening.Refused(Faults.Of(e), $"Cannot keep samples in '{options.Folder}': {Faults.Line(e)}");
        }
    }

    private async Task<AppendOutcome> AppendAsync(Func<AppendOutcome> append, CancellationToken cancellationToken)
    {
        await appending.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(append, cancellationToken);
        }
        finally
        {
            appending.Release();
        }
    }

    private Task<T> ReadAsync<T>(Func<DuckDbSession, DayCatalog, T> read, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            try
            {
                return days.Use(read, cancellationToken);
            }
            catch (Exception e) when (Faults.IsExpected(e) && e is not IOException)
            {
                throw new IOException($"The samples can't be read: {Faults.Line(e)}", e);
            }
        },
        cancellationToken);
}
