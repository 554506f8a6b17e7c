using Capacity.Core.TimeSeries;
using Capacity.Storage.TimeSeries.DuckDb;
using DuckDB.NET.Data;
using static Capacity.Storage.Tests.TimeSeries.DuckDb.SampleCluster;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

/// <summary>5-minute data of a day that is not over, and hourly ones of a day that is.</summary>
public sealed class RollingTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Maintain_OpenDay_MakesFiveMinuteDataThatOutliveARestart()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddHours(1));
        await folder.Store.MaintainAsync(StoreFolder.Token);

        Assert.Equal(40, await MinutesRolledAsync(folder));

        await folder.AppendSteadyAsync(Day.AddHours(1), Day.AddHours(2));
        await folder.Store.MaintainAsync(StoreFolder.Token);

        Assert.Equal(80, await MinutesRolledAsync(folder));
        var buckets = await folder.ReadAsync(Day, Day.AddHours(2), FiveMinutes);
        Assert.Equal(24, buckets.Count);
        Assert.All(buckets.SkipLast(1), b => Assert.Equal((2.0, 0.75), (Math.Round(b.Instances!.Value, 9), Math.Round(b.CpuCores!.Value, 9))));
    }

    [Fact]
    public async Task Append_LateBatch_UndoesWhatItChanges()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(20));
        await folder.AppendSteadyAsync(Day.AddMinutes(40), Day.AddMinutes(90));
        await folder.Store.MaintainAsync(StoreFolder.Token);
        Assert.Null((await folder.ReadAsync(Day, Day.AddHours(1), FiveMinutes))[6].CpuCores);

        await folder.AppendSteadyAsync(Day.AddMinutes(20), Day.AddMinutes(40));

        Assert.Equal(15, await MinutesRolledAsync(folder));
        Assert.Equal(0.75, (await folder.ReadAsync(Day, Day.AddHours(1), FiveMinutes))[6].CpuCores!.Value, 9);
    }

    [Fact]
    public async Task Open_DayWithoutSumsPerApp_MakesThemAgain()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddHours(1));
        await folder.Store.MaintainAsync(StoreFolder.Token);
        await InOpenDayAsync(folder, "DROP TABLE app_buckets");

        Assert.Equal(0, await MinutesRolledAsync(folder));
        await folder.AppendSteadyAsync(Day.AddHours(1), Day.AddHours(2));
        await folder.Store.MaintainAsync(StoreFolder.Token);

        Assert.Equal(80, await MinutesRolledAsync(folder));
        Assert.Equal(0.75, (await folder.ReadAsync(Day, Day.AddHours(1), FiveMinutes))[6].CpuCores!.Value, 9);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(5)]
    public async Task ReadInstances_SealedAndOpenDays_EqualTheSamplesTheyAreMadeOf(int minutes)
    {
        await using var folder = await StoreFolder.CreateAsync();
        for (var at = Day.AddHours(22); at < Day.AddHours(27); at = at.AddMinutes(1))
        {
            await folder.AppendAsync(Batch(at, [.. Enumerable.Range(1, 5).Select(c => Steady($"c{c}", at, c / 8.0))]));
        }

        SeriesRange range = new(Day.AddHours(21), Day.AddHours(27), TimeSpan.FromMinutes(minutes));
        var plain = await folder.Store.ReadInstancesAsync(Web, range, null, StoreFolder.Token);
        await folder.SealAsync(Day);
        var condensed = await folder.Store.ReadInstancesAsync(Web, range, null, StoreFolder.Token);

        Assert.Contains(Directory.GetFiles(folder.DaysFolder, "*", SearchOption.AllDirectories), f => Path.GetFileName(f) == "containers-1h.parquet");
        Assert.Equal(5, condensed.Count);
        foreach (var (before, after) in plain.Zip(condensed))
        {
            Assert.Equal((before.ContainerId, before.Agent), (after.ContainerId, after.Agent));
            Same.Usage(before.Buckets, after.Buckets, Same.OfFiveMinuteData);
        }

        foreach (var part in (SeriesRange[])[range, new(Day, Day.AddDays(1), range.Step)])
        {
            var largest = await folder.Store.ReadInstancesAsync(Web, part, 2, StoreFolder.Token);
            Assert.Superset(new HashSet<string> { "c4", "c5" }, largest.Select(i => i.ContainerId).ToHashSet());
            Assert.True(largest.Count <= 4);
        }
    }

    [Fact]
    public async Task ReadInstances_OneThatBeganJustNow_IsAmongTheLargest()
    {
        await using var folder = await StoreFolder.CreateAsync();
        for (var at = Day.AddHours(22); at < Day.AddHours(27); at = at.AddMinutes(1))
        {
            await folder.AppendAsync(Batch(at, [.. Enumerable.Range(1, at < Day.AddMinutes((27 * 60) - 10) ? 3 : 4).Select(c => Steady($"c{c}", at, c / 8.0))]));
        }

        await folder.SealAsync(Day);

        var largest = await folder.Store.ReadInstancesAsync(Web, new(Day.AddHours(21), Day.AddHours(27), TimeSpan.FromHours(1)), 1, StoreFolder.Token);

        Assert.Contains("c4", largest.Select(i => i.ContainerId));
        Assert.DoesNotContain("c3", largest.Select(i => i.ContainerId));
    }

    /// <summary>Reads from the file how far the data go, and opens the store again.</summary>
    private static async Task<double> MinutesRolledAsync(StoreFolder folder) =>
        (Moments.ToTime((long)(await InOpenDayAsync(folder, $"SELECT until_us FROM {Tables.Bucketed}"))!) - Day).TotalMinutes;

    /// <summary>Runs a statement in the database of the open day while the store is closed.</summary>
    private static async Task<object?> InOpenDayAsync(StoreFolder folder, string sql)
    {
        await folder.CloseAsync();
        object? result;
        await using (var connection = new DuckDBConnection($"DataSource={Directory.GetFiles(folder.OpenFolder, "*.duckdb").Single()}"))
        {
            await connection.OpenAsync(StoreFolder.Token);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            result = await command.ExecuteScalarAsync(StoreFolder.Token);
        }

        await folder.OpenAsync();
        return result;
    }
}
