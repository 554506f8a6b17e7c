using Capacity.Core.TimeSeries;
using Capacity.Server.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Capacity.Server.Tests.Keeping;

/// <summary>A store that does not take what it is given: said everywhere, made good afterwards.</summary>
public sealed class OwnFaultsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Collect_DiskIsFullForAWhile_IsSaidAndNothingIsLost()
    {
        await using var recording = await WatchedRecording.StartAsync("steady", Cancellation);
        var store = new FailingStore();
        await using var service = await recording.ServeAsync(store, Cancellation);
        Assert.NotNull(service.Health.NotReady());
        await CollectAsync(recording, service, 1);
        Assert.Null(service.Health.NotReady());
        Assert.Empty(service.Health.Faults());

        store.Fault = StoreFault.DiskFull;
        await CollectAsync(recording, service, 3);

        Assert.Contains("3 collections wait: There is no room.", Assert.Single(service.Health.Faults()), StringComparison.Ordinal);
        Assert.Null(service.Health.NotReady());
        var metrics = await service.MetricsAsync(Cancellation);
        Assert.Contains("capacity_store_accepts_writes{cluster=\"recorded\"} 0\n", metrics, StringComparison.Ordinal);
        Assert.Contains("capacity_collections_waiting{cluster=\"recorded\"} 3\n", metrics, StringComparison.Ordinal);
        Assert.Contains("capacity_store_lag_seconds{cluster=\"recorded\"} 20\n", metrics, StringComparison.Ordinal);
        Assert.Contains("capacity_store_alarms{cluster=\"recorded\",fault=\"diskFull\"} 1\n", metrics, StringComparison.Ordinal);

        store.Fault = null;
        await CollectAsync(recording, service, 1);

        Assert.Empty(service.Health.Faults());
        Assert.Equal(5, store.Batches.Count);
        Assert.Equal(store.Batches.OrderBy(b => b.TakenAt), store.Batches);
        metrics = await service.MetricsAsync(Cancellation);
        Assert.Contains("capacity_store_accepts_writes{cluster=\"recorded\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("capacity_collections_stored_total{cluster=\"recorded\"} 5\n", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("fault=", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Collect_ABatchThatNeverWillBeTaken_HoldsNothingUp()
    {
        await using var recording = await WatchedRecording.StartAsync("steady", Cancellation);
        var store = new FailingStore { Fault = StoreFault.OutOfRange };
        await using var service = await recording.ServeAsync(store, Cancellation);
        await CollectAsync(recording, service, 1);
        store.Fault = null;
        await CollectAsync(recording, service, 1);

        Assert.Single(store.Batches);
        Assert.Equal((1L, 1L, 0), (service.Keeping.CollectionsLost, service.Keeping.CollectionsStored, service.Keeping.CollectionsWaiting));
    }

    [Fact]
    public async Task Collect_DiskIsFullForHours_TheOldestGoFirst()
    {
        await using var recording = await WatchedRecording.StartAsync("steady", Cancellation);
        var store = new FailingStore { Fault = StoreFault.DiskFull };
        await using var service = await recording.ServeAsync(store, Cancellation);
        await CollectAsync(recording, service, 65);
        store.Fault = null;
        await CollectAsync(recording, service, 1);

        Assert.Equal(65, store.Batches.Count + service.Keeping.CollectionsLost - 1);
        Assert.InRange(store.Batches.Count, 60, 61);
        Assert.Equal(store.Batches.OrderBy(b => b.TakenAt), store.Batches);
    }

    [Fact]
    public async Task Faults_NoCollectionForLong_AreSaid()
    {
        await using var recording = await WatchedRecording.StartAsync("steady", Cancellation);
        await using var service = await recording.ServeAsync(new FailingStore(), Cancellation);
        await CollectAsync(recording, service, 1);

        recording.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Contains("there should be one every 5 s", Assert.Single(service.Health.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Collect_AgentsCannotBeRemembered_IsSaidAndSamplesAreStored()
    {
        await using var recording = await WatchedRecording.StartAsync("steady", Cancellation);
        await using var service = await recording.ServeAsync(null, Cancellation);
        Change(recording, "ALTER TABLE agent RENAME TO away");
        await CollectAsync(recording, service, 1);

        Assert.StartsWith("agents are not remembered: ", Assert.Single(service.Health.Faults()), StringComparison.Ordinal);
        Assert.Contains("capacity_inventory_accepts_writes{cluster=\"recorded\"} 0\n", await service.MetricsAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(1, service.Keeping.CollectionsStored);

        Change(recording, "ALTER TABLE away RENAME TO agent");
        await CollectAsync(recording, service, 1);

        Assert.Empty(service.Health.Faults());
        Assert.Equal(6, (await service.Stores.State.Inventory.ReadAgentsAsync(Cancellation)).Count);
    }

    private static void Change(WatchedRecording recording, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={recording.StateFile};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static async Task CollectAsync(WatchedRecording recording, UnscheduledService service, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await service.CollectAsync(Cancellation);
            recording.Time.Advance(WatchedRecording.Tick);
        }
    }
}
