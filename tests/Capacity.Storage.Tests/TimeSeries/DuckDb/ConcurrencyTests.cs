using Capacity.Core.TimeSeries;
using static Capacity.Storage.Tests.TimeSeries.DuckDb.SampleCluster;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Everything_AtTheSameTime_LosesNothing()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(60));
        folder.Time.AdjustTime(Day.AddDays(1).AddHours(2));

        // Late batches come while their day is being sealed, and somebody looks at it all the time.
        var appending = folder.AppendSteadyAsync(Day.AddMinutes(60), Day.AddMinutes(120));
        var reads = new List<IReadOnlyList<UsageBucket>>();
        while (!appending.IsCompleted)
        {
            folder.Time.Advance(TimeSpan.FromHours(1.1));
            var maintaining = folder.Store.MaintainAsync(StoreFolder.Token);
            reads.Add(await folder.ReadAsync(Day, Day.AddMinutes(55), TimeSpan.FromMinutes(5)));
            Assert.Empty((await maintaining).Faults);
        }

        await appending;

        Assert.NotEmpty(reads);
        Assert.All(reads.SelectMany(r => r), b => Assert.Equal(0.75, b.CpuCores!.Value, 9));
        var all = await folder.ReadAsync(Day, Day.AddMinutes(115), TimeSpan.FromMinutes(5));
        Assert.All(all, b => Assert.Equal((2.0, 1.0), (Math.Round(b.Instances!.Value, 9), b.CpuCoverage)));
        Assert.Empty(folder.Store.Health.Alarms);
    }

    [Fact]
    public async Task Read_Cancelled_Throws()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(5));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => folder.Store.ReadAppAsync(Web, new(Day, Day.AddHours(1), TimeSpan.FromMinutes(1)), cancelled.Token));
    }

    [Fact]
    public async Task Append_TooLittleRoom_FailsBeforeItWritesAndRecovers()
    {
        await using var folder = new StoreFolder { Options = new() { Folder = "", MinimumFreeBytes = long.MaxValue } };
        await folder.OpenAsync();

        var outcome = await folder.Store.AppendAsync(Batch(Day, []), StoreFolder.Token);

        Assert.Equal(StoreFault.DiskFull, Assert.IsType<AppendOutcome.Failed>(outcome).Reason);
        Assert.False(folder.Store.Health.AcceptsWrites);
        Assert.Single(folder.Store.Health.Alarms);
        Assert.Empty(Directory.GetFiles(folder.OpenFolder));
    }
}
