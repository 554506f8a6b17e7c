using Capacity.Core.TimeSeries;
using Capacity.Storage.Tests.Recordings;
using Capacity.Storage.TimeSeries.DuckDb;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

/// <summary>A folder with a store in it, which tests open, close, break and open again.</summary>
internal sealed class StoreFolder : IAsyncDisposable
{
    private readonly TempFolder temp = new();
    private ITimeSeriesStore? store;

    public FakeTimeProvider Time { get; } = new(SampleCluster.Day.AddHours(12));

    public string Path => temp.Path;

    public DuckDbOptions Options { get; init; } = new() { Folder = "", MemoryLimitBytes = 256 << 20, MinimumFreeBytes = 0, LongestTail = 50 };

    public string OpenFolder => System.IO.Path.Combine(Path, "open");

    public string DaysFolder => System.IO.Path.Combine(Path, "days");

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public ITimeSeriesStore Store => store ?? throw new InvalidOperationException("The store is closed.");

    public static async Task<StoreFolder> CreateAsync()
    {
        var folder = new StoreFolder();
        await folder.OpenAsync();
        return folder;
    }

    public Task<DuckDbOpening> TryOpenAsync() => DuckDbTimeSeriesStore.OpenAsync(Options with { Folder = Path }, Time, Token);

    public async Task OpenAsync() => store = Assert.IsType<DuckDbOpening.Opened>(await TryOpenAsync()).Store;

    public async Task CloseAsync()
    {
        if (store is not null)
        {
            await store.DisposeAsync();
            store = null;
        }
    }

    public async Task ReopenAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    public async Task AppendAsync(SampleBatch batch)
    {
        var outcome = await Store.AppendAsync(batch, Token);
        Assert.True(outcome is AppendOutcome.Stored, outcome.ToString());
    }

    /// <summary>Appends a batch a minute over <c>[from, to)</c>, with one steady container.</summary>
    public async Task AppendSteadyAsync(DateTimeOffset from, DateTimeOffset to, int minutes = 1)
    {
        for (var at = from; at < to; at = at.AddMinutes(minutes))
        {
            await AppendAsync(SampleCluster.Batch(at, [SampleCluster.Steady("c1", at), SampleCluster.Steady("c2", at, 0.25)]));
        }
    }

    public async Task<IReadOnlyList<UsageBucket>> ReadAsync(DateTimeOffset from, DateTimeOffset to, TimeSpan step) =>
        (await Store.ReadAppAsync(SampleCluster.Web, new(from, to, step), Token)).Buckets;

    /// <summary>Moves the clock past the moment at which a day may be sealed, and runs the maintenance.</summary>
    public async Task<MaintenanceReport> SealAsync(DateTimeOffset day)
    {
        var due = day.AddDays(1) + Options.SealAfter + TimeSpan.FromMinutes(1);
        Time.Advance(TimeSpan.FromTicks(Math.Max((due - Time.GetUtcNow()).Ticks, Options.SealAfter.Ticks)));
        return await Store.MaintainAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        temp.Dispose();
    }
}
