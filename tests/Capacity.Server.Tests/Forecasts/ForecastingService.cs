using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Scanning;
using Capacity.Server.Configuration;
using Capacity.Server.Forecasts;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.Packing;
using Capacity.Server.Tests.Pages;
using Capacity.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Tests.Forecasts;

/// <summary>The service without its schedule, before a simulated cluster whose demand of the last days is made up: it grows by so much a day, up to what is allocated now.</summary>
internal sealed class ForecastingService : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("capacity-forecasting-").FullName;
    private readonly SimulatedCluster cluster;
    private Stores? stores;
    private WebApplication? service;

    private ForecastingService(SimulatedCluster cluster, MovableTime time) => (this.cluster, Time) = (cluster, time);

    public MovableTime Time { get; }

    public HttpClient Http { get; private set; } = new();

    public Stores Stores => stores!;

    public ForecastKeeper Keeper => Of<ForecastKeeper>();

    public RunOutWatch Watch => Of<RunOutWatch>();

    public T Of<T>()
        where T : notnull => service!.Services.GetRequiredService<T>();

    public static async Task<ForecastingService> StartAsync(int days, double growth, CancellationToken cancellationToken)
    {
        var time = new MovableTime(new(2026, 3, 10, 6, 0, 0, TimeSpan.Zero));
        var options = new SimulationOptions { Agents = 12, Seed = 7, HistoryStart = time.GetUtcNow() - TimeSpan.FromHours(2) };
        var made = new ForecastingService(await SimulatedCluster.StartAsync(options, time, cancellationToken), time);
        await made.ServeAsync(days, growth, cancellationToken);
        return made;
    }

    /// <summary>Keeps the demand of so many days before today.</summary>
    public Task RememberAsync(ScanReport report, int days, double growth, CancellationToken cancellationToken)
    {
        var today = DemandStep.Day.Floor(Time.GetUtcNow());
        var now = new DemandReader(new()).Read(report);
        return Stores.State.Demand.AppendAsync(
            [.. from reading in now
                from ago in Enumerable.Range(1, days)
                let share = Math.Max(0, 1 - (growth * ago)) + (0.002 * (ago * 7 % 5))
                select new DemandPoint(DemandStep.Day, today.AddDays(-ago), 24, reading with { Allocated = DemandAmounts.Of(r => reading.Allocated[r] * share) })],
            cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
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

    private async Task ServeAsync(int days, double growth, CancellationToken cancellationToken)
    {
        var yaml = $"cluster: {{ name: simulated, masters: [{List(cluster.MasterUrls)}], marathons: [{List(cluster.MarathonUrls)}] }}\nweb: {{ listen: 'http://127.0.0.1:0' }}\nstorage: {{ folder: '{folder}' }}\n";
        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(yaml)).Configuration;
        stores = (await Stores.OpenAsync(configuration, Time, cancellationToken)).Stores!;
        service = CapacityService.BuildIdle(configuration, stores, Time);
        var seen = Assert.IsType<WatchOutcome.Seen>(await Of<ClusterWatch>().CollectAsync(cancellationToken));
        Of<PackingKeeper>().Measure(cancellationToken);
        await RememberAsync(seen.Report, days, growth, cancellationToken);
        await service.StartAsync(cancellationToken);
        Http = new() { BaseAddress = new(service.Urls.Single()) };
    }

    private static string List(IEnumerable<Uri> addresses) => string.Join(", ", addresses.Select(a => $"'{a.AbsoluteUri}'"));
}
