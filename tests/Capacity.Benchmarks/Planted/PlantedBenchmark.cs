using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Policies;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Recording;
using Capacity.Core.RightSizing.Summaries;
using Capacity.Core.TimeSeries;
using Capacity.Mesos.Collection;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Simulator;

namespace Capacity.Benchmarks.Planted;

/// <summary>Advice for a simulated cluster after some days, held against the truth that was planted. It is collected over HTTP, like any other.</summary>
internal static class PlantedBenchmark
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    public static async Task RunAsync(int agents, int days, int seed, TextWriter output, CancellationToken cancellationToken)
    {
        var clock = new SteppedTimeProvider(new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));
        var options = new SimulationOptions { Seed = seed, Agents = agents, HistoryStart = clock.GetUtcNow().AddDays(-1), PartitionDelay = TimeSpan.Zero };
        await using var cluster = await SimulatedCluster.StartAsync(options, clock, cancellationToken);
        var targets = new ClusterRequest(new() { Masters = cluster.MasterUrls, Marathons = cluster.MarathonUrls }, null, null);
        var year = TimeSpan.FromDays(365);
        var configuration = new ServiceConfiguration("planted", targets, Step, Step, Step, new("http://127.0.0.1"), "", year, year);
        using var watch = new ClusterWatch(configuration, new MachinePaced(clock, TimeProvider.System));
        var profiles = new Dictionary<(AppKey App, DateOnly Day), byte[]>();
        var recorder = new ProfileRecorder(Step, 3 * Step, ProfileOptions.Default);
        var known = new HashSet<(AppKey App, AppEventKind Kind, string Key)>();
        var started = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < days * 96; i++)
        {
            clock.Advance(Step);
            await cluster.CatchUpAsync(cancellationToken);
            if (await watch.CollectAsync(cancellationToken) is WatchOutcome.Seen(var report))
            {
                var look = UsageLook.From(SampleBatch.From(report));
                recorder.Take(look, [.. ProfileEvents.In(report, look.At).Where(e => known.Add((e.App, e.Kind, e.Key)))]);
                foreach (var (app, day, bytes) in recorder.Checkpoint()?.Profiles ?? [])
                {
                    profiles[(app, day)] = bytes;
                }

                recorder.Committed();
            }
        }

        var end = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var summaries = profiles.GroupBy(p => p.Key.App).ToDictionary(g => g.Key, g => UsageSummary.Of(g.Select(p => ProfileCodec.Decode(p.Value)), end, RightSizingPolicy.Default.Weeks));
        var advisor = Advisor.Learn([.. summaries.Values], RightSizingPolicy.Default);
        var facts = new FactsReader(Core.RightSizing.Ownership.OwnerRules.Default, new Dictionary<string, PolicyOverrides>());
        var advice = facts.Read(watch.Latest!.Picture).Where(a => summaries.ContainsKey(a.Key)).ToDictionary(a => a.Key, a => advisor.Advise(a, summaries[a.Key]));
        output.WriteLine($"{agents} agents, {days} days by {Step.TotalMinutes:0} minutes, seed {seed}: {advice.Count} apps advised in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s");
        PlantedScore.Write(cluster.PlantedApps, advice, RightSizingPolicy.Default, output);
    }
}
