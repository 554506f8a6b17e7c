using System.Diagnostics;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Recording;
using Capacity.Core.TimeSeries;
using Capacity.Core.Units;
using Capacity.Storage.State.Sqlite;

namespace Capacity.Benchmarks.RightSizing;

/// <summary>What it takes to keep the profiles of 5,000 apps with five instances each: a look, a checkpoint, a day on disk, and the reading back of a fortnight.</summary>
internal static class ProfileBenchmark
{
    private const int Apps = 5000, Instances = 5;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(string folder, int minutes, TextWriter output, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "profiles.db");
        File.Delete(file);
        using var state = ((StateOpening.Opened)await SqliteState.OpenAsync(file, TimeProvider.System, cancellationToken)).State;
        var recorder = new ProfileRecorder(Step, 5 * Step, ProfileOptions.Default);
        var (taking, checkpoints) = (TimeSpan.Zero, new List<TimeSpan>());
        var random = new Random(1);
        var counters = new double[Apps * Instances];
        for (var i = 0; i <= minutes; i++)
        {
            var look = Look(Start + (i * Step), counters, random);
            var started = Stopwatch.GetTimestamp();
            recorder.Take(look, []);
            taking += Stopwatch.GetElapsedTime(started);
            if (i % 5 == 4 || i == minutes)
            {
                started = Stopwatch.GetTimestamp();
                await state.Profiles.CommitAsync(recorder.Checkpoint()!, cancellationToken);
                recorder.Committed();
                checkpoints.Add(Stopwatch.GetElapsedTime(started));
            }
        }

        checkpoints.Sort();
        long bytes = 0, days = 0;
        var read = Stopwatch.GetTimestamp();
        await state.Profiles.ReadAllAsync(
            DateOnly.FromDateTime(Start.DateTime),
            DateOnly.FromDateTime(Start.DateTime).AddDays(1),
            (_, profiles) => (bytes, days) = (bytes + profiles.Sum(p => (long)ProfileCodec.Encode(p).Length), days + profiles.Count),
            cancellationToken);
        output.WriteLine($"{Apps} apps x {Instances} instances, {minutes} looks: a look {taking.TotalMilliseconds / (minutes + 1):0} ms; a checkpoint {checkpoints[checkpoints.Count / 2].TotalMilliseconds:0} ms in the median, {checkpoints[^1].TotalMilliseconds:0} ms at most");
        output.WriteLine($"{days} app-days read in {Stopwatch.GetElapsedTime(read).TotalMilliseconds:0} ms: {(double)bytes / days:0} bytes each; the file is {new FileInfo(file).Length / 1048576.0:0.0} MiB; {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:0} MiB are held");
    }

    private static UsageLook Look(DateTimeOffset at, double[] counters, Random random)
    {
        var points = new UsagePoint[counters.Length];
        var day = Math.Sin(at.TimeOfDay.TotalHours / 24 * 2 * Math.PI);
        for (var i = 0; i < points.Length; i++)
        {
            var size = 0.05 + (i % 97 / 30.0);
            counters[i] += 60e6 * size * (0.4 + (0.25 * day) + (0.15 * random.NextDouble()));
            points[i] = new()
            {
                ContainerId = $"container-{i:D5}",
                App = new("marathon", $"/team-{i / Instances % 50}/app-{i / Instances}"),
                Cpus = CpuCores.FromCores(2),
                Memory = MemorySize.FromMebibytes(2048),
                SampledAt = at,
                CpuMicroseconds = (long)counters[i],
                MemoryBytes = (long)((400 + (i % 51) + (20 * day) + (10 * random.NextDouble())) * 1048576),
            };
        }

        return new(at, points);
    }
}
