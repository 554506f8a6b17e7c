using Capacity.Core.Packing.History;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.Packing;
using Capacity.Simulator;
using Capacity.Simulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Tests.Pages;

/// <summary>The service on a free port of loopback, watching a simulated cluster of which it has stored some hours.</summary>
internal sealed class WatchedCluster : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("capacity-pages-").FullName;
    private readonly SimulatedCluster cluster;
    private readonly MovableTime time;
    private Stores? stores;
    private WebApplication? service;

    private WatchedCluster(SimulatedCluster cluster, MovableTime time) => (this.cluster, this.time) = (cluster, time);

    public Uri Address => new(service!.Urls.Single());

    public DateTimeOffset Now => time.GetUtcNow();

    public void Pass(TimeSpan by) => time.Advance(by);

    /// <summary>Starts a cluster that has lived for a day, one of whose agents is lost for a while, and collects it so many times.</summary>
    public static async Task<WatchedCluster> StartAsync(int agents, int collections, TimeSpan interval, CancellationToken cancellationToken)
    {
        var start = new DateTimeOffset(2026, 3, 10, 6, 0, 0, TimeSpan.Zero);
        var time = new MovableTime(start);
        var options = new SimulationOptions
        {
            Agents = agents,
            Seed = 7,
            HistoryStart = start - TimeSpan.FromHours(2),
            Script = FaultScript.Parse($"+{(int)(120 + (interval * collections / 2).TotalMinutes)}m agent-loss 3 {(int)(interval * 5).TotalMinutes}m"),
        };
        var watched = new WatchedCluster(await SimulatedCluster.StartAsync(options, time, cancellationToken), time);
        await watched.ServeAsync(collections, interval, cancellationToken);
        return watched;
    }

    public async ValueTask DisposeAsync()
    {
        if (service is not null)
        {
            await service.StopAsync(CancellationToken.None);
            await service.DisposeAsync();
        }

        if (stores is not null)
        {
            await stores.DisposeAsync();
        }

        await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task ServeAsync(int collections, TimeSpan interval, CancellationToken cancellationToken)
    {
        var yaml = $$"""
            cluster:
              name: simulated
              masters: [{{List(cluster.MasterUrls)}}]
              marathons: [{{List(cluster.MarathonUrls)}}]
            web: { listen: 'http://127.0.0.1:0' }
            collection: { interval: {{(int)interval.TotalSeconds}}s }
            storage: { folder: '{{folder}}' }
            """;
        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(yaml)).Configuration;
        stores = (await Stores.OpenAsync(configuration, time, cancellationToken)).Stores!;
        service = CapacityService.Build(configuration, stores, time);
        var (watch, keeper) = (service.Services.GetRequiredService<ClusterWatch>(), service.Services.GetRequiredService<SampleKeeper>());
        var packing = service.Services.GetRequiredService<PackingKeeper>();
        for (var i = 0; i < collections; i++)
        {
            time.Advance(interval);
            await cluster.CatchUpAsync(cancellationToken);
            var seen = Assert.IsType<WatchOutcome.Seen>(await watch.CollectAsync(cancellationToken));
            Assert.Null(await keeper.KeepAsync(seen.Report, cancellationToken));
            if (packing.IsDue)
            {
                var report = packing.Measure(cancellationToken)!;
                await stores.State.Packing.AppendAsync(PackingPoints.OfGroups(report), cancellationToken);
                await stores.Samples.AppendPackingAsync(report.At, PackingPoints.OfAgents(report), cancellationToken);
            }
        }

        time.Advance(interval);
        await service.StartAsync(cancellationToken);
    }

    private static string List(IEnumerable<Uri> addresses) => string.Join(", ", addresses.Select(a => $"'{a.AbsoluteUri}'"));
}
