using System.Globalization;
using Capacity.Server.Configuration;
using Capacity.Server.Metrics;
using Capacity.Server.Paging;
using Capacity.Storage.State.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Capacity.Benchmarks.Paging;

/// <summary>Queues pages for a receiver that is down, and sends some when it is back: what they need of memory, how fast they go, and how that is to bare commits of SQLite.</summary>
internal static class PagingBenchmark
{
    private const int Commits = 1000;
    private const double Megabyte = 1e6;

    public static async Task RunAsync(int pages, int sent, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("capacity-paging-").FullName;
        try
        {
            await RunAsync(folder, pages, sent, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(string folder, int pages, int sent, CancellationToken cancellationToken)
    {
        const string Yaml = "{ cluster: { masters: [a] }, paging: { receivers: { hook: { type: webhook, url: 'http://127.0.0.1:9' } }, default: { receivers: [hook] } } }";
        var configuration = ((ConfigurationOutcome.Loaded)ConfigurationLoader.Read(Yaml)).Configuration;
        using var state = ((StateOpening.Opened)await SqliteState.OpenAsync(Path.Combine(folder, "state.db"), TimeProvider.System, cancellationToken)).State;
        var time = new ManualTime(new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));
        var notices = new GeneratedNotices(pages, time.GetUtcNow());
        var counters = new PagingCounters(new MetricSet(Prometheus.Metrics.NewCustomRegistry()), configuration);
        using var ledger = new PagingLedger(state.Paging, configuration, counters, time);
        var decider = new PagingDecider(state.Paging, ledger, configuration, counters, time, notices);
        using var receiver = new BenchReceiver();
        var line = new ReceiverLine("hook", receiver, ledger, new(state.Paging, configuration, notices), counters, time, NullLogger<ReceiverLine>.Instance);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var planned = await TimedAsync(() => decider.DecideAsync(cancellationToken));
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        await line.SendNextAsync(cancellationToken);
        Say($"{pages} pages wait for a receiver that is down: decided and on disk in {planned.TotalSeconds:f1} s, {held / Megabyte:f2} MB more on the heap");

        receiver.IsUp = true;
        time.Now += TimeSpan.FromHours(1);
        var sending = await TimedAsync(async () =>
        {
            for (var i = 0; i < sent; i++)
            {
                await line.SendNextAsync(cancellationToken);
            }
        });
        var bare = await BareAsync(Path.Combine(folder, "bare.db"));
        Say($"{sent} of them sent when it is back: {sent / sending.TotalSeconds:f0} a second; SQLite alone makes {bare:f0} commits a second: {sent / sending.TotalSeconds / bare:f2} messages a commit");
    }

    /// <summary>Commits one small row after the other, as safe as the state is.</summary>
    private static async Task<double> BareAsync(string path)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await connection.ExecuteAsync("PRAGMA journal_mode = wal; PRAGMA synchronous = full; CREATE TABLE mark (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;");
        var took = await TimedAsync(async () =>
        {
            for (var i = 0; i < Commits; i++)
            {
                await connection.ExecuteAsync("INSERT INTO mark (text) VALUES ('delivered')");
            }
        });
        return Commits / took.TotalSeconds;
    }

    private static async Task<TimeSpan> TimedAsync(Func<Task> work)
    {
        var started = TimeProvider.System.GetTimestamp();
        await work();
        return TimeProvider.System.GetElapsedTime(started);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
