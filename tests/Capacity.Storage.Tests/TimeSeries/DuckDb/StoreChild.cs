using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Capacity.Core.TimeSeries;
using Capacity.Storage.TimeSeries.DuckDb;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

/// <summary>What a process does that a test starts to kill it, or to take something away from it. It prints a line for all that happens.</summary>
internal static partial class StoreChild
{
    public const string Word = "--store-child";

    /// <summary>How many containers a batch has: the batch with number n has them with a CPU counter of n seconds.</summary>
    public const int Containers = 500;

    private const int FileSizeLimit = 1;
    private const int FileSizeSignal = 25;
    private const uint Nobody = 65534;

    public static async Task<int> RunAsync(string[] args)
    {
        var (mode, folder) = (args[0], args[1]);
        var first = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 0;
        if (mode == "without-rights" && SetUser(Nobody) != 0)
        {
            return 1;
        }

        var time = new FakeTimeProvider(SampleCluster.Day.AddHours(12));
        var options = new DuckDbOptions { Folder = folder, MemoryLimitBytes = 128 << 20, Threads = 1, MinimumFreeBytes = 0, LongestTail = 5 * Containers };
        switch (await DuckDbTimeSeriesStore.OpenAsync(options, time, CancellationToken.None))
        {
            case DuckDbOpening.Refused(var fault, var reason):
                Console.WriteLine($"refused {fault} {reason}");
                return 0;

            case DuckDbOpening.Opened(var store) when mode == "full-disk":
                await FillAsync(store);

                // No orderly end: what was acknowledged after the disk was full must be in the log.
                using (var self = Process.GetCurrentProcess())
                {
                    Console.Out.Flush();
                    self.Kill();
                }

                return 0;

            case DuckDbOpening.Opened(var store):
                Console.WriteLine("opened");
                var maintaining = store.MaintainAsync(CancellationToken.None);
                for (var number = first; ; number++)
                {
                    // Samples are sorted while others come in, again and again.
                    if (maintaining.IsCompleted)
                    {
                        (await maintaining).Faults.ToList().ForEach(fault => Console.WriteLine($"fault {fault}"));
                        maintaining = store.MaintainAsync(CancellationToken.None);
                    }

                    Print(number, await store.AppendAsync(Batch(number), CancellationToken.None));
                }

            default:
                return 1;
        }
    }

    /// <summary>The batch with a number.</summary>
    public static SampleBatch Batch(int number)
    {
        var at = SampleCluster.Day.AddSeconds(number);
        return SampleCluster.Batch(
            at, [.. Enumerable.Range(0, Containers).Select(i => SampleCluster.Point($"c{i}", new() { At = at, CpuSeconds = number, MemoryRssBytes = number }))]);
    }

    /// <summary>Appends until no file may grow, then until they may again.</summary>
    private static async Task FillAsync(ITimeSeriesStore store)
    {
        SetSignal(FileSizeSignal, 1);
        var number = 0;
        Limit(3 << 20);
        AppendOutcome outcome;
        do
        {
            outcome = await store.AppendAsync(Batch(number), CancellationToken.None);
            Print(number++, outcome);
        }
        while (outcome is AppendOutcome.Stored && number < 2000);

        Print(number, await store.AppendAsync(Batch(number), CancellationToken.None));
        number++;
        Limit(long.MaxValue);
        for (var i = 0; i < 5; i++, number++)
        {
            Print(number, await store.AppendAsync(Batch(number), CancellationToken.None));
        }

        Console.WriteLine($"alarms {store.Health.Alarms.Count} accepts {store.Health.AcceptsWrites}");
        foreach (var alarm in store.Health.Alarms)
        {
            Console.WriteLine($"alarm {alarm.Fault} {alarm.Message}");
        }
    }

    private static void Print(int number, AppendOutcome outcome) => Console.WriteLine(outcome switch
    {
        AppendOutcome.Stored => string.Create(CultureInfo.InvariantCulture, $"stored {number}"),
        AppendOutcome.Failed(var fault, var detail) => string.Create(CultureInfo.InvariantCulture, $"failed {number} {fault} {detail}"),
        _ => "?",
    });

    private static void Limit(long bytes)
    {
        // Only the soft limit: it can be lifted again.
        var limit = new ResourceLimit { Soft = bytes, Hard = long.MaxValue };
        if (bytes == long.MaxValue)
        {
            limit.Soft = -1;
        }

        limit.Hard = -1;
        if (SetLimit(FileSizeLimit, in limit) != 0)
        {
            throw new InvalidOperationException("The limit can't be set.");
        }
    }

    [LibraryImport("libc", EntryPoint = "setuid")]
    private static partial int SetUser(uint user);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint SetSignal(int signal, nint handler);

    private struct ResourceLimit
    {
        public long Soft;
        public long Hard;
    }
}
