using Capacity.Core.TimeSeries;
using static Capacity.Storage.Tests.TimeSeries.DuckDb.SampleCluster;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

public sealed class SealingTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    private static readonly string[] AllFiles =
    [
        "agent-packing.parquet", "agents-5m.parquet", "agents.parquet", "apps-5m.parquet", "containers-1h.parquet", "containers-5m.parquet", "containers.parquet",
        "groups.parquet", "instances-1d.parquet",
    ];

    [Fact]
    public async Task Maintain_DayIsOver_GoesToFilesAndReadsTheSame()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day.AddHours(22), Day.AddHours(26), minutes: 2);
        var range = (From: Day.AddHours(22).AddMinutes(1), To: Day.AddHours(26), Step: TimeSpan.FromMinutes(7));
        var before = await folder.ReadAsync(range.From, range.To, range.Step);
        var coarse = await folder.ReadAsync(Day.AddHours(22), Day.AddHours(26), FiveMinutes);

        var report = await folder.SealAsync(Day);

        Assert.Equal([new(2026, 3, 10)], report.DaysSealed);
        Assert.Empty(report.Faults);
        Assert.Equal(AllFiles, Directory.GetFiles(Path.Combine(folder.DaysFolder, "2026-03-10.1")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["2026-03-11.1.duckdb"], Directory.GetFiles(folder.OpenFolder, "*.duckdb").Select(Path.GetFileName));
        Same.Usage(before, await folder.ReadAsync(range.From, range.To, range.Step));
        Same.Usage(coarse, await folder.ReadAsync(Day.AddHours(22), Day.AddHours(26), FiveMinutes), Same.OfFiveMinuteData);
        await folder.ReopenAsync();
        Same.Usage(before, await folder.ReadAsync(range.From, range.To, range.Step));
    }

    [Fact]
    public async Task Maintain_DayIsNotOverForLong_StaysOpen()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(5));
        folder.Time.Advance(Day.AddDays(1).AddMinutes(59) - folder.Time.GetUtcNow());

        Assert.Empty((await folder.Store.MaintainAsync(StoreFolder.Token)).DaysSealed);
    }

    [Fact]
    public async Task Append_LateForASealedDay_JoinsItAndIsSealedAgain()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day.AddHours(20), Day.AddHours(20.5));
        await folder.SealAsync(Day);

        await folder.AppendSteadyAsync(Day.AddHours(20.5), Day.AddHours(21));

        await AllThereAsync();
        Assert.Equal(["2026-03-10.2.duckdb"], Directory.GetFiles(folder.OpenFolder, "*.duckdb").Select(Path.GetFileName));
        await folder.ReopenAsync();
        await AllThereAsync();
        await folder.SealAsync(Day);
        Assert.Equal(["2026-03-10.2"], Directory.GetDirectories(folder.DaysFolder).Select(Path.GetFileName));
        Assert.Empty(Directory.GetFiles(folder.OpenFolder));
        await AllThereAsync();

        async Task AllThereAsync()
        {
            var buckets = await folder.ReadAsync(Day.AddHours(20), Day.AddHours(21), FiveMinutes);
            Assert.All(buckets, b => Assert.Equal(0.75, b.CpuCores!.Value, 9));
            Assert.All(buckets, b => Assert.Equal(2, b.Instances!.Value, 9));
        }
    }

    [Fact]
    public async Task Append_ClockSetBack_LandsOnItsOwnDay()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(10));
        folder.Time.AdjustTime(Day.AddDays(-2));

        await folder.AppendSteadyAsync(Day.AddDays(-2), Day.AddDays(-2).AddMinutes(10));
        var report = await folder.Store.MaintainAsync(StoreFolder.Token);

        Assert.Empty(report.DaysSealed);
        Assert.Empty(report.DaysDropped);
        Assert.All((await folder.ReadAsync(Day.AddDays(-2), Day.AddDays(-2).AddMinutes(5), FiveMinutes)), b => Assert.Equal(0.75, b.CpuCores!.Value, 9));
        Assert.All((await folder.ReadAsync(Day, Day.AddMinutes(5), FiveMinutes)), b => Assert.Equal(0.75, b.CpuCores!.Value, 9));
    }

    [Fact]
    public async Task Maintain_OldDays_DropsRawThenAll()
    {
        await using var folder = new StoreFolder
        {
            Options = new() { Folder = "", MinimumFreeBytes = 0, RawRetention = TimeSpan.FromDays(2), DownsampledRetention = TimeSpan.FromDays(4) },
        };
        await folder.OpenAsync();
        for (var day = 0; day <= 6; day++)
        {
            folder.Time.AdjustTime(Day.AddDays(day).AddHours(1));
            await folder.AppendSteadyAsync(Day.AddDays(day), Day.AddDays(day).AddMinutes(15));
            await folder.SealAsync(Day.AddDays(day - 1));
        }

        var report = await folder.SealAsync(Day.AddDays(6));

        Assert.Equal([new(2026, 3, 14)], report.RawDaysDropped);
        Assert.Equal([new(2026, 3, 12)], report.DaysDropped);
        Assert.Equal(["2026-03-13.1", "2026-03-14.1", "2026-03-15.1", "2026-03-16.1"], Directory.GetDirectories(folder.DaysFolder).Select(Path.GetFileName).Order());
        Assert.Equal(
            AllFiles.Except(["agents.parquet", "containers.parquet"]),
            Directory.GetFiles(Path.Combine(folder.DaysFolder, "2026-03-13.1")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(0.75, (await folder.ReadAsync(Day.AddDays(3), Day.AddDays(3).AddMinutes(10), TimeSpan.FromMinutes(10)))[0].CpuCores!.Value, 9);
        Assert.Null((await folder.ReadAsync(Day.AddDays(2), Day.AddDays(2).AddMinutes(10), FiveMinutes))[0].CpuCores);
        var late = await folder.Store.AppendAsync(Batch(Day.AddDays(3), []), StoreFolder.Token);
        Assert.Equal(StoreFault.OutOfRange, Assert.IsType<AppendOutcome.Failed>(late).Reason);
    }

    [Fact]
    public async Task Maintain_ClockAYearAhead_DropsNothing()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(10));
        folder.Time.Advance(TimeSpan.FromDays(3650));

        var report = await folder.Store.MaintainAsync(StoreFolder.Token);

        Assert.Empty(report.RawDaysDropped);
        Assert.Empty(report.DaysDropped);
        Assert.NotNull((await folder.ReadAsync(Day, Day.AddMinutes(5), FiveMinutes))[0].CpuCores);
    }

    [Fact]
    public async Task Open_AfterACrashWhileSealing_FinishesOrForgetsIt()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(30));
        await folder.CloseAsync();
        var database = Path.Combine(folder.OpenFolder, "2026-03-10.1.duckdb");
        File.Copy(database, Path.Combine(folder.Path, "kept"));
        await folder.OpenAsync();
        await folder.SealAsync(Day);
        await folder.CloseAsync();

        // Crashed after the real name was given and before the database was deleted.
        File.Copy(Path.Combine(folder.Path, "kept"), database);
        await folder.OpenAsync();
        Assert.Empty(Directory.GetFiles(folder.OpenFolder));
        Assert.Equal(2, (await folder.ReadAsync(Day, Day.AddMinutes(5), FiveMinutes))[0].Instances);
        await folder.CloseAsync();

        // Crashed before: the files are not whole, the database is.
        File.Copy(Path.Combine(folder.Path, "kept"), database);
        Directory.Move(Path.Combine(folder.DaysFolder, "2026-03-10.1"), Path.Combine(folder.DaysFolder, "2026-03-10.1.tmp"));
        File.WriteAllText(Path.Combine(folder.DaysFolder, "2026-03-10.1.tmp", "containers.parquet"), "PAR1 half");
        await folder.OpenAsync();
        Assert.Equal(2, (await folder.ReadAsync(Day, Day.AddMinutes(5), FiveMinutes))[0].Instances);
        Assert.Empty(folder.Store.Health.Alarms);
        Assert.Equal([new(2026, 3, 10)], (await folder.SealAsync(Day)).DaysSealed);
    }
}
