using System.Diagnostics;
using Capacity.Benchmarks.Parsing;
using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Policies;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Summaries;
using Capacity.Core.Units;

namespace Capacity.Benchmarks.RightSizing;

/// <summary>Measures how long it takes to advise a whole cluster from profiles, back-tests included.</summary>
internal static class RecommendBenchmark
{
    private const int Apps = 5_000;
    private const int Kinds = 125;
    private const int Instances = 5;
    private const int Days = 28;
    private static readonly DateOnly First = new(2026, 1, 5);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public static void Run(TextWriter output)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var bytes = Write(path);
            for (var run = 0; run < 3; run++)
            {
                GC.Collect();
                var (cpu, wall, allocated) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
                var advice = Advise(path);
                output.WriteLine(FormattableString.Invariant(
                    $"{advice.Count} apps, {Apps * Instances} instances, {Days} days: {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.00} s of CPU, {Stopwatch.GetElapsedTime(wall).TotalSeconds:0.00} s on the clock, {(GC.GetTotalAllocatedBytes() - allocated) / 1e6:0} MB allocated, peak {PeakMemory.Bytes() / 1e6:0} MB; {advice.Count(a => a.BackTest is not null)} with a back-test, {advice.Count(a => a.IsOverProvisioned)} over-provisioned"));
            }

            output.WriteLine(FormattableString.Invariant($"{(double)bytes / Apps / Days:0} bytes per app and day"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static List<Recommendation> Advise(string path)
    {
        var end = First.AddDays(Days);
        var summaries = new List<UsageSummary>(Apps);
        using (var file = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 16)))
        {
            for (var app = 0; app < Apps; app++)
            {
                var days = new List<AppDayProfile>(Days);
                for (var day = 0; day < Days; day++)
                {
                    days.Add(ProfileCodec.Decode(file.ReadBytes(file.ReadInt32())));
                }

                summaries.Add(UsageSummary.Of(days, end, RightSizingPolicy.Default.Weeks));
            }
        }

        var advisor = Advisor.Learn(summaries, RightSizingPolicy.Default);
        return [.. summaries.Select((s, i) => advisor.Advise(
            new()
            {
                Key = new("marathon", $"/app{i}"),
                Instances = Instances,
                Cpus = CpuCores.FromCores(s.Weeks[0].Days[^1].CpuRequested),
                Memory = MemorySize.FromBytes((long)s.Weeks[0].Days[^1].MemoryRequested),
                FailureDomains = 5,
            },
            s))];
    }

    /// <summary>Writes the profiles of all apps, one after the other. There are fewer kinds of apps than apps: making samples is not what is measured.</summary>
    private static long Write(string path)
    {
        using var file = new BinaryWriter(new BufferedStream(File.Create(path), 1 << 20));
        for (var kind = 0; kind < Kinds; kind++)
        {
            var machines = Enumerable.Range(0, Instances).Select(i => new VirtualMachine((kind * 31) + (i * 7919), TrafficShape.All[0])).ToArray();
            var days = Enumerable.Range(0, Days).Select(day => ProfileCodec.Encode(Day(machines, day))).ToArray();
            for (var app = 0; app < Apps / Kinds; app++)
            {
                foreach (var day in days)
                {
                    file.Write(day.Length);
                    file.Write(day);
                }
            }
        }

        file.Flush();
        return file.BaseStream.Length;
    }

    private static AppDayProfile Day(VirtualMachine[] machines, int day)
    {
        var builder = new ProfileBuilder(First.AddDays(day), Interval, ProfileOptions.Default);
        var (cores, bytes) = (machines[0].Cores, machines[0].Bytes);
        for (var m = 0; m < machines.Length; m++)
        {
            var at = new DateTimeOffset(First.AddDays(day).ToDateTime(default), TimeSpan.Zero);
            foreach (var (used, taken) in machines[m].Day(day))
            {
                builder.Add(new()
                {
                    Instance = $"i{m}",
                    At = at,
                    CpuCores = used / machines[m].Cores * cores,
                    MemoryBytes = (long)(taken / machines[m].Bytes * bytes),
                    Cpus = CpuCores.FromCores(cores),
                    Memory = MemorySize.FromBytes((long)bytes),
                });
                at += Interval;
            }
        }

        return builder.Build();
    }
}
