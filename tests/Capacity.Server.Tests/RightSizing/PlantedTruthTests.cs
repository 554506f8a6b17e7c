using Capacity.Core.RightSizing.Advice;
using Capacity.Mesos.Collection;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.RightSizing;
using Capacity.Simulator;
using Capacity.Simulator.Workload;

namespace Capacity.Server.Tests.RightSizing;

/// <summary>Four days of a simulated cluster through the real collectors and stores: advice says of each app what was planted. The benchmark <c>planted</c> has a fortnight, and what goes wrong in it.</summary>
public sealed class PlantedTruthTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Advice_AfterFourDays_FindsWhatIsTooSmallAndStarvesNobodyWhoseCountItLeaves()
    {
        var folder = Directory.CreateTempSubdirectory("capacity-planted-");
        var clock = new SteppedTimeProvider(new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));
        var options = new SimulationOptions { Seed = 3, Agents = 10, HistoryStart = clock.GetUtcNow().AddDays(-1), PartitionDelay = TimeSpan.Zero, DeployInterval = TimeSpan.FromHours(6) };
        await using var cluster = await SimulatedCluster.StartAsync(options, clock, Cancellation);
        var targets = new ClusterRequest(new() { Masters = cluster.MasterUrls, Marathons = cluster.MarathonUrls }, null, null);
        var year = TimeSpan.FromDays(365);
        var configuration = new ServiceConfiguration("planted", targets, Step, Step, Step, new("http://127.0.0.1"), folder.FullName, year, year);
        var time = new MachinePaced(clock, TimeProvider.System);
        await using (var stores = (await Stores.OpenAsync(configuration, time, Cancellation)).Stores!)
        {
            using var watch = new ClusterWatch(configuration, time);
            var profiles = new ProfileKeeper(stores, configuration);
            for (var i = 0; i < 4 * 72; i++)
            {
                clock.Advance(Step);
                await cluster.CatchUpAsync(Cancellation);
                Assert.Null(await profiles.KeepAsync(Assert.IsType<WatchOutcome.Seen>(await watch.CollectAsync(Cancellation)).Report, Cancellation));
            }

            Assert.Null(await profiles.CheckpointAsync(Cancellation));
            using var keeper = new AdviceKeeper(stores, configuration, watch, time);
            await keeper.ComputeAsync(Cancellation);

            var known = cluster.PlantedApps.Select(p => (Truth: p, keeper.Latest!.Find(p.Key)?.Advice)).Where(k => k.Advice?.Memory is not null).ToList();
            Assert.True(known.Count > 20, $"{known.Count} apps are advised.");
            Assert.All(known.Where(k => k.Truth.Kind is AppKind.TooLittleCpu or AppKind.LeakingMemory), k => Assert.Equal((k.Truth.Key, Verdict.TooSmall), (k.Truth.Key, k.Advice!.Verdict)));
            Assert.All(
                known.Where(k => k.Truth.Kind is AppKind.RightSized or AppKind.TooMuchCpu or AppKind.TooMuchMemory),
                k => Assert.True(k.Advice!.Memory!.Recommended >= 0.95 * k.Truth.NeededMemory.Bytes, $"{k.Truth.Key} would be killed."));
            Assert.DoesNotContain(known, k => k.Advice!.Verdict == Verdict.TooSmall && k.Truth.Kind is (AppKind.TooMuchCpu or AppKind.TooMuchMemory or AppKind.Idle));
        }

        folder.Delete(recursive: true);
    }
}
