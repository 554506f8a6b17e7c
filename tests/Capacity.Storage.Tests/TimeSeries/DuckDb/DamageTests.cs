using Capacity.Core.TimeSeries;
using static Capacity.Storage.Tests.TimeSeries.DuckDb.SampleCluster;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

public sealed class DamageTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Open_FlippedBytesInTheLog_SetsItAsideAndGoesOn()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(10));
        await folder.ReopenAsync();
        await folder.AppendSteadyAsync(Day.AddMinutes(10), Day.AddMinutes(20));
        var (database, log) = (await SnapshotAsync(folder, ".duckdb"), await SnapshotAsync(folder, ".duckdb.wal"));
        await folder.CloseAsync();
        log[log.Length / 2] ^= 0xff;
        await RestoreAsync(folder, ".duckdb", database);
        await RestoreAsync(folder, ".duckdb.wal", log);

        await folder.OpenAsync();

        var alarm = Assert.Single(folder.Store.Health.Alarms);
        Assert.Equal(StoreFault.Damaged, alarm.Fault);
        Assert.Contains("2026-03-10.1.duckdb.wal is damaged and was set aside", alarm.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder.OpenFolder, "*.wal.damaged-*"));
        Assert.Equal(2, (await folder.ReadAsync(Day, Day.AddMinutes(5), FiveMinutes))[0].Instances);
        await folder.AppendSteadyAsync(Day.AddMinutes(20), Day.AddMinutes(30));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    public async Task Open_DamagedHeader_SetsTheDatabaseAsideAndGoesOn(int offset)
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day.AddDays(-1), Day.AddDays(-1).AddMinutes(10));
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(10));
        await folder.CloseAsync();
        var bytes = await SnapshotAsync(folder, ".duckdb");
        for (var i = 0; i < 8192; i++)
        {
            bytes[offset + i] ^= 0x5a;
        }

        await RestoreAsync(folder, ".duckdb", bytes);

        await folder.OpenAsync();

        Assert.Contains(folder.Store.Health.Alarms, a => a.Message.StartsWith("2026-03-10.1.duckdb is damaged", StringComparison.Ordinal));
        Assert.Null((await folder.ReadAsync(Day, Day.AddMinutes(5), FiveMinutes))[0].CpuCores);
        Assert.NotNull((await folder.ReadAsync(Day.AddDays(-1), Day.AddDays(-1).AddMinutes(5), FiveMinutes))[0].CpuCores);
        await folder.AppendSteadyAsync(Day.AddMinutes(20), Day.AddMinutes(30));
        Assert.True(folder.Store.Health.AcceptsWrites);
    }

    [Fact]
    public async Task Read_DamagedBlockInADatabase_SetsItAsideAndGoesOn()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddHours(3));
        await folder.CloseAsync();
        var bytes = await SnapshotAsync(folder, ".duckdb");
        for (var i = 12288; i < bytes.Length; i += 4096)
        {
            bytes[i + 1000] ^= 0xff;
        }

        await RestoreAsync(folder, ".duckdb", bytes);

        await folder.OpenAsync();
        var buckets = await folder.ReadAsync(Day, Day.AddMinutes(5), FiveMinutes);

        Assert.Null(buckets[0].CpuCores);
        Assert.Contains(folder.Store.Health.Alarms, a => a.Message.StartsWith("2026-03-10.1.duckdb is damaged", StringComparison.Ordinal));
        await folder.AppendSteadyAsync(Day.AddHours(4), Day.AddHours(5));
        Assert.NotNull((await folder.ReadAsync(Day.AddHours(4), Day.AddHours(5), FiveMinutes))[0].CpuCores);
    }

    [Theory]
    [InlineData("containers.parquet", 2, true)]
    [InlineData("containers-5m.parquet", 5, true)]
    [InlineData("containers-1h.parquet", 60, true)]
    [InlineData("apps-5m.parquet", 5, true)]
    [InlineData("containers.parquet", 2, false)]
    [InlineData("containers-5m.parquet", 5, false)]
    [InlineData("containers-1h.parquet", 60, false)]
    [InlineData("apps-5m.parquet", 5, false)]
    public async Task Read_DamagedParquet_SetsItAsideAndReadsTheRest(string file, int minutes, bool cut)
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(30));
        await folder.AppendSteadyAsync(Day.AddDays(1), Day.AddDays(1).AddMinutes(30));
        await folder.SealAsync(Day.AddDays(1));
        var path = Path.Combine(folder.DaysFolder, "2026-03-10.1", file);
        var bytes = await File.ReadAllBytesAsync(path, StoreFolder.Token);
        if (cut)
        {
            bytes = bytes[..(bytes.Length / 2)];
        }
        else
        {
            bytes.AsSpan(4, bytes.Length / 2).Fill(0xee);
        }

        await File.WriteAllBytesAsync(path, bytes, StoreFolder.Token);
        var (step, length) = (TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(Math.Max(20, minutes)));

        var other = await folder.ReadAsync(Day.AddDays(1), Day.AddDays(1) + length, step);
        var day = await folder.ReadAsync(Day, Day + length, step);
        var instances = await folder.Store.ReadInstancesAsync(Web, new(Day, Day + length, step), null, StoreFolder.Token);

        Assert.All(other, b => Assert.Equal(0.75, b.CpuCores!.Value, 9));
        Assert.NotNull(day[0].CpuCores ?? day[2].CpuCores);
        Assert.Equal(["c1", "c2"], instances.Select(i => i.ContainerId));
        Assert.Contains(folder.Store.Health.Alarms, a => a.Message.StartsWith(file + " is damaged", StringComparison.Ordinal));
        Assert.Single(Directory.GetFiles(Path.Combine(folder.DaysFolder, "2026-03-10.1"), "*.damaged-*"));
    }

    [Fact]
    public async Task ReadInstances_DamagedRanking_IsSetAsideAndRanksByTheHour()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(30));
        await folder.SealAsync(Day);
        await File.WriteAllBytesAsync(Path.Combine(folder.DaysFolder, "2026-03-10.1", "instances-1d.parquet"), new byte[100], StoreFolder.Token);

        var largest = await folder.Store.ReadInstancesAsync(Web, new(Day, Day.AddDays(1), TimeSpan.FromHours(1)), 2, StoreFolder.Token);

        Assert.Equal(["c1", "c2"], largest.Select(i => i.ContainerId));
        Assert.Contains(folder.Store.Health.Alarms, a => a.Message.StartsWith("instances-1d.parquet is damaged", StringComparison.Ordinal));
    }

    private static Task<byte[]> SnapshotAsync(StoreFolder folder, string extension) =>
        File.ReadAllBytesAsync(Path.Combine(folder.OpenFolder, "2026-03-10.1" + extension), StoreFolder.Token);

    private static Task RestoreAsync(StoreFolder folder, string extension, byte[] bytes) =>
        File.WriteAllBytesAsync(Path.Combine(folder.OpenFolder, "2026-03-10.1" + extension), bytes, StoreFolder.Token);
}
