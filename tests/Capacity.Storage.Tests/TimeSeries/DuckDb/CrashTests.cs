using System.Globalization;
using Capacity.Storage.TimeSeries.DuckDb;
using static Capacity.Storage.Tests.TimeSeries.DuckDb.SampleCluster;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

public sealed class CrashTests
{
    private const int Kills = 20;
    private const int MostBatchesBeforeAKill = 60;

    [Fact]
    public async Task Kill_InMidWriteManyTimes_KeepsWhatWasAcknowledged()
    {
        await using var folder = new StoreFolder();
        var random = new Random(20);
        var stored = -1;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var child = new ChildProcess("append", folder.Path, stored + 1);
            var last = stored + random.Next(MostBatchesBeforeAKill);
            await child.ReadUntilAsync(l => l == "opened" || l.StartsWith("refused", StringComparison.Ordinal));
            if (last > stored)
            {
                await child.ReadUntilAsync(l => l == string.Create(CultureInfo.InvariantCulture, $"stored {last}"));
            }

            // Somewhere within a write, not always right after one.
            Spin(random.Next(200_000));
            await child.KillAsync();
            Assert.DoesNotContain(child.Lines, l => l.Split(' ')[0] is "refused" or "failed" or "fault");
            stored = LastStored(child) ?? stored;
        }

        Assert.True(stored > Kills);
        await folder.OpenAsync();
        Assert.Empty(folder.Store.Health.Alarms);
        await AssertWholeAsync(folder, stored);
    }

    [Fact]
    public async Task Open_SecondInstance_IsRefusedAndNamesTheFirst()
    {
        await using var folder = new StoreFolder();
        using var child = new ChildProcess("append", folder.Path);
        await child.ReadUntilAsync(l => l == "opened");

        var refused = Assert.IsType<DuckDbOpening.Refused>(await folder.TryOpenAsync());

        Assert.Contains($"is in use by process {child.Id} on {Environment.MachineName}", refused.Reason, StringComparison.Ordinal);
        await child.ReadUntilAsync(l => l == "stored 20");
        await child.KillAsync();
        await folder.OpenAsync();
        await AssertWholeAsync(folder, LastStored(child)!.Value);
    }

    [Fact]
    public async Task Open_SecondInstanceInTheSameProcess_IsRefused()
    {
        await using var folder = await StoreFolder.CreateAsync();

        Assert.IsType<DuckDbOpening.Refused>(await folder.TryOpenAsync());
    }

    [Fact]
    public async Task Append_DiskFull_FailsClearlyAndRecovers()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "File size limits are set as on Linux.");
        await using var folder = new StoreFolder();
        using var child = new ChildProcess("full-disk", folder.Path);

        var lines = await child.FinishAsync();

        var failed = lines.Where(l => l.StartsWith("failed", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(failed);
        Assert.All(failed, l => Assert.Contains(" DiskFull ", l, StringComparison.Ordinal));
        Assert.Contains(lines, l => l.EndsWith("accepts True", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.StartsWith("alarm Damaged", StringComparison.Ordinal));
        await folder.OpenAsync();
        Assert.Empty(folder.Store.Health.Alarms);
        var kept = await StoredAsync(folder);
        Assert.Empty(lines.Where(l => l.StartsWith("stored", StringComparison.Ordinal)).Select(NumberOf).Except(kept));
    }

    [Fact]
    public async Task Open_FolderWithoutRights_IsRefusedClearly()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Rights are given away as root.");
        await using var folder = new StoreFolder();
        using var child = new ChildProcess("without-rights", folder.Path);

        var line = Assert.Single(await child.FinishAsync());

        Assert.StartsWith($"refused Forbidden Cannot keep samples in '{folder.Path}':", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_FolderThatCannotBe_IsRefusedClearly()
    {
        await using var folder = new StoreFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "", StoreFolder.Token);

        var opening = await DuckDbTimeSeriesStore.OpenAsync(folder.Options with { Folder = Path.Combine(file, "store") }, folder.Time, StoreFolder.Token);

        Assert.Contains("Cannot keep samples in", Assert.IsType<DuckDbOpening.Refused>(opening).Reason, StringComparison.Ordinal);
    }

    /// <summary>Every batch up to the last acknowledged one is there, and whole; at most one more, that was on disk and not yet acknowledged.</summary>
    private static async Task AssertWholeAsync(StoreFolder folder, int last)
    {
        var kept = await StoredAsync(folder);
        Assert.Equal(Enumerable.Range(0, kept.Count), kept);
        Assert.True(kept.Count >= last + 1, $"{kept.Count} batches of {last + 1} are there.");
        var end = Day.AddSeconds(kept.Count - 1);
        var instances = await folder.Store.ReadInstancesAsync(Web, new(Day, end, end - Day), null, StoreFolder.Token);
        Assert.Equal(StoreChild.Containers, instances.Count);
        Assert.All(instances, i => Assert.Equal((1.0, 1.0), (Math.Round(i.Buckets[0].CpuCores!.Value, 9), i.Buckets[0].CpuCoverage)));
    }

    private static async Task<List<int>> StoredAsync(StoreFolder folder)
    {
        var latest = await folder.Store.FindLatestAsync(StoreFolder.Token);
        var groups = await folder.Store.ReadGroupsAsync(new(Day, latest!.Value.AddSeconds(1), TimeSpan.FromSeconds(1)), StoreFolder.Token);
        return [.. groups[0].Buckets.Index().Where(b => b.Item.Looks > 0).Select(b => b.Index)];
    }

    private static int? LastStored(ChildProcess child) =>
        child.Lines.LastOrDefault(l => l.StartsWith("stored", StringComparison.Ordinal)) is { } line ? NumberOf(line) : null;

    private static int NumberOf(string line) => int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);

    private static void Spin(int times) => Thread.SpinWait(times);
}
