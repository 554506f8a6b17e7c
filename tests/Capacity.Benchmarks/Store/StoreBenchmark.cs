using System.Diagnostics;
using System.Globalization;
using Capacity.Benchmarks.Parsing;
using Capacity.Core.Cluster;
using Capacity.Core.TimeSeries;
using Capacity.Storage.TimeSeries.DuckDb;

namespace Capacity.Benchmarks.Store;

/// <summary>Measures the time-series store: a day appended and sealed, thirteen like it before, part of a day after, then read.</summary>
internal static class StoreBenchmark
{
    private const int DaysBefore = 12;
    private const int Reads = 15;

    /// <summary>The minutes from one upkeep to the next, as in the service.</summary>
    private const int UpkeepEvery = 5;

    private static readonly DateTimeOffset Day = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Measures everything in a folder that is deleted afterwards.</summary>
    public static async Task RunAsync(int minutes, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("capacity-store-").FullName;
        try
        {
            await RunAsync(minutes, folder, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Measures everything in a folder that is kept; where it holds a store already, only the questions are asked.</summary>
    public static async Task RunAsync(int minutes, string folder, CancellationToken cancellationToken)
    {
        var time = new ManualTime(Day.AddDays(1.5));
        var options = new DuckDbOptions { Folder = Path.Combine(folder, "store") };
        if (!Directory.Exists(options.Folder))
        {
            await FillAsync(options, Path.Combine(folder, "baseline.db"), minutes, cancellationToken);
        }

        var store = await OpenAsync(options, time, cancellationToken);
        await ReadAllAsync(store, cancellationToken);
        Say($"peak memory {PeakMemory.Bytes() >> 20} MB");
        await store.DisposeAsync();
    }

    private static async Task FillAsync(DuckDbOptions options, string baseline, int minutes, CancellationToken cancellationToken)
    {
        var time = new ManualTime(Day);
        var workload = new Workload(seed: 1);
        var store = await OpenAsync(options, time, cancellationToken);
        Baseline(baseline, minutes);

        Report("Append, one day", await AppendAsync(store, time, workload, Day, minutes, cancellationToken));
        await store.DisposeAsync();
        var database = new FileInfo(Directory.GetFiles(Path.Combine(options.Folder, "open"), "*.duckdb").Single()).Length;
        Say($"database: {database / 1e6:f0} MB, {database / (double)((long)minutes * Workload.Containers):f1} bytes per container row; peak memory {PeakMemory.Bytes() >> 20} MB");

        store = await OpenAsync(options, time, cancellationToken);
        time.Now = Day.AddDays(1).AddHours(3);
        var watch = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;
        var report = await store.MaintainAsync(cancellationToken);
        Say($"sealed {report.DaysSealed.Count} day in {watch.Elapsed.TotalSeconds:f0} s, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:f0} s CPU; "
            + $"peak memory {PeakMemory.Bytes() >> 20} MB {string.Join(' ', report.Faults)}");
        foreach (var file in new DirectoryInfo(Path.Combine(options.Folder, "days")).GetFiles("*", SearchOption.AllDirectories).OrderBy(f => f.Name))
        {
            Say($"  {file.Name}: {file.Length / 1e6:f1} MB");
        }

        await store.DisposeAsync();
        History.Repeat(Path.Combine(options.Folder, "days"), new(2026, 3, 10), DaysBefore);
        store = await OpenAsync(options, time, cancellationToken);
        Report("Append, half a day, with history", await AppendAsync(store, time, workload, Day.AddDays(1), minutes / 2, cancellationToken));
        await store.DisposeAsync();
    }

    private static async Task ReadAllAsync(ITimeSeriesStore store, CancellationToken cancellationToken)
    {
        var end = Day.AddDays(1.5);
        var app = Workload.App(12_345);
        var fortnight = new SeriesRange(end.AddDays(-14), end, TimeSpan.FromHours(1));
        await TimeAsync("app of 5, 14 days by the hour", () => store.ReadAppAsync(app, fortnight, cancellationToken));
        await TimeAsync("app of 5, 14 days by 5 minutes", () => store.ReadAppAsync(app, new(fortnight.Start, end, TimeSpan.FromMinutes(5)), cancellationToken));
        await TimeAsync("instances of an app of 5, 14 days by the hour", () => store.ReadInstancesAsync(app, fortnight, null, cancellationToken));
        await TimeAsync("app of 5, 24 hours by the minute (samples)", () => store.ReadAppAsync(app, new(end.AddDays(-1), end, TimeSpan.FromMinutes(1)), cancellationToken));
        await TimeAsync("app of 1,000, 14 days by the hour", () => store.ReadAppAsync(Workload.Large, fortnight, cancellationToken));
        await TimeAsync("app of 1,000, 14 days by 5 minutes", () => store.ReadAppAsync(Workload.Large, new(fortnight.Start, end, TimeSpan.FromMinutes(5)), cancellationToken));
        await TimeAsync("30 largest instances of an app of 1,000, 14 days by the hour", () => store.ReadInstancesAsync(Workload.Large, fortnight, 30, cancellationToken));
        await TimeAsync("the page of an app of 5, 14 days: both at once", () => PageAsync(store, app, end, null, cancellationToken));
        await TimeAsync("the page of an app of 1,000, 14 days: both at once", () => PageAsync(store, Workload.Large, end, 30, cancellationToken));
        await TimeAsync("app of 1,000, 1 hour by the minute (samples)", () => store.ReadAppAsync(Workload.Large, new(end.AddHours(-1), end, TimeSpan.FromMinutes(1)), cancellationToken));
        await TimeAsync("cluster and 5 zones, 14 days by the hour", () => store.ReadGroupsAsync(fortnight, cancellationToken));
        await TimeAsync("cluster and 5 zones, 14 days by 5 minutes", () => store.ReadGroupsAsync(new(fortnight.Start, end, TimeSpan.FromMinutes(5)), cancellationToken));
        await TimeAsync("one agent, 14 days by the hour", () => store.ReadAgentAsync(new("agent-0123.example", 5051), fortnight, cancellationToken));
        await TimeAsync("latest", () => store.FindLatestAsync(cancellationToken));
    }

    /// <summary>What the page of an app asks for: buckets of two hours.</summary>
    private static async Task<IReadOnlyList<InstanceSeries>> PageAsync(ITimeSeriesStore store, AppKey app, DateTimeOffset end, int? most, CancellationToken cancellationToken)
    {
        var range = new SeriesRange(end.AddDays(-14), end, TimeSpan.FromHours(2));
        var each = store.ReadInstancesAsync(app, range, most, cancellationToken);
        await store.ReadAppAsync(app, range, cancellationToken);
        return await each;
    }

    private static async Task<List<TimeSpan>> AppendAsync(
        ITimeSeriesStore store, ManualTime time, Workload workload, DateTimeOffset from, int minutes, CancellationToken cancellationToken)
    {
        List<TimeSpan> took = [];
        var (busy, upkeep) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var minute = 0; minute < minutes; minute++)
        {
            time.Now = from.AddMinutes(minute);
            var batch = workload.Next(time.Now);
            var cpu = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            if (await store.AppendAsync(batch, cancellationToken) is not AppendOutcome.Stored)
            {
                throw new InvalidOperationException("A batch was not stored.");
            }

            took.Add(watch.Elapsed);
            busy += Environment.CpuUsage.TotalTime - cpu;
            if (minute % UpkeepEvery == 0)
            {
                cpu = Environment.CpuUsage.TotalTime;
                await store.MaintainAsync(cancellationToken);
                upkeep += Environment.CpuUsage.TotalTime - cpu;
            }
        }

        Say($"appending took {busy.TotalMilliseconds / minutes:f0} ms of CPU a batch: {(long)minutes * Workload.Containers / busy.TotalSeconds:n0} container rows per CPU-second; "
            + $"upkeep {upkeep.TotalMilliseconds / minutes:f0} ms more");
        return took;
    }

    private static void Baseline(string path, int minutes)
    {
        var workload = new Workload(seed: 1);
        List<TimeSpan> took = [];
        using (var baseline = new SqliteBaseline(path))
        {
            for (var minute = 0; minute < Math.Min(minutes, 60); minute++)
            {
                took.Add(baseline.Append(workload.Next(Day.AddMinutes(minute))));
            }
        }

        Report("SQLite WITHOUT ROWID, at most an hour", took);
        Say($"SQLite: {new FileInfo(path).Length / (double)(took.Count * Workload.Containers):f1} bytes per container row");
    }

    private static async Task<ITimeSeriesStore> OpenAsync(DuckDbOptions options, ManualTime time, CancellationToken cancellationToken) =>
        await DuckDbTimeSeriesStore.OpenAsync(options, time, cancellationToken) switch
        {
            DuckDbOpening.Opened(var store) => store,
            DuckDbOpening.Refused(_, var reason) => throw new InvalidOperationException(reason),
            _ => throw new UnreachableException(),
        };

    private static async Task TimeAsync<T>(string what, Func<Task<T>> read)
    {
        List<double> took = [];
        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Reads; i++)
        {
            var watch = Stopwatch.StartNew();
            await read();
            took.Add(watch.Elapsed.TotalMilliseconds);
        }

        var busy = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / Reads;
        var first = took[0];
        took.Sort();
        Say($"{what}: first {first:f0} ms, median {took[Reads / 2]:f0} ms, worst {took[^1]:f0} ms, {busy:f0} ms CPU");
    }

    private static void Report(string what, List<TimeSpan> took)
    {
        var total = took.Sum(t => t.TotalSeconds);
        took.Sort();
        Say($"{what}: {took.Count * (long)Workload.Containers / total:n0} container rows/s; batch of {Workload.Containers:n0}: "
            + $"median {took[took.Count / 2].TotalMilliseconds:f0} ms, p99 {took[took.Count * 99 / 100].TotalMilliseconds:f0} ms, worst {took[^1].TotalMilliseconds:f0} ms");
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static void Say(string text) => Console.WriteLine(text);
}
