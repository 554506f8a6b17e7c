using Capacity.Core.Cluster;
using Capacity.Core.Packing.History;
using Capacity.Core.TimeSeries;

namespace Capacity.Server.Tests.Keeping;

/// <summary>A store that takes batches in memory, or refuses them as it is told.</summary>
internal sealed class FailingStore : ITimeSeriesStore
{
    public StoreFault? Fault { get; set; }

    public List<SampleBatch> Batches { get; } = [];

    public StoreHealth Health => new(Fault is null, null, Batches.Count, Fault is { } fault ? [new(default, fault, "Samples are not stored.")] : []);

    public Task<AppendOutcome> AppendAsync(SampleBatch batch, CancellationToken cancellationToken)
    {
        if (Fault is { } fault)
        {
            return Task.FromResult<AppendOutcome>(new AppendOutcome.Failed(fault, "There is no room."));
        }

        Batches.Add(batch);
        return Task.FromResult<AppendOutcome>(new AppendOutcome.Stored(1));
    }

    public Task<AppendOutcome> AppendPackingAsync(DateTimeOffset at, IReadOnlyCollection<PackingPoint> agents, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<AppSeries> ReadAppAsync(AppKey app, SeriesRange range, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<InstanceSeries>> ReadInstancesAsync(AppKey app, SeriesRange range, int? most, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<UsageLook>> ReadLooksAsync(DateTimeOffset start, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<UsageLook>>([.. Batches.Where(b => b.TakenAt >= start && b.TakenAt < until).Select(UsageLook.From)]);

    public Task<IReadOnlyList<GroupSeries>> ReadGroupsAsync(SeriesRange range, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<AgentSeries> ReadAgentAsync(AgentName agent, SeriesRange range, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<PackingPoint>> ReadPackingAsync(AgentName agent, DateTimeOffset start, DateTimeOffset until, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<DateTimeOffset?> FindLatestAsync(CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);

    public Task<MaintenanceReport> MaintainAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
