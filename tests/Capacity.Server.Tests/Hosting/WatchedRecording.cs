using Capacity.Core.TimeSeries;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Capacity.Simulator.Replay;
using Capacity.Testing.Recordings;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Server.Tests.Hosting;

/// <summary>A recording of a real cluster on a clock that the test moves, a folder for data, and services that watch the one and keep into the other.</summary>
internal sealed class WatchedRecording : IAsyncDisposable
{
    /// <summary>The recorded polls are about five seconds apart; two seconds behind each all its answers are there.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    private readonly string folder = Directory.CreateTempSubdirectory("capacity-watched-").FullName;

    private WatchedRecording(FakeTimeProvider time, ReplayCluster cluster) => (Time, Cluster) = (time, cluster);

    public FakeTimeProvider Time { get; }

    public string StateFile => Path.Combine(folder, "state.db");

    public ReplayCluster Cluster { get; }

    public bool IsOver => Time.GetUtcNow() >= Cluster.EndsAt;

    public static async Task<WatchedRecording> StartAsync(string name, CancellationToken cancellationToken)
    {
        var time = new FakeTimeProvider(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var cluster = await ReplayCluster.StartAsync(await CommittedRecordings.ReadAsync(name, cancellationToken), new ReplayOptions(), time, cancellationToken);
        time.Advance(TimeSpan.FromSeconds(2));
        return new(time, cluster);
    }

    /// <summary>Starts a service without its schedule: it collects when it is told to.</summary>
    /// <param name="samples">Where samples go; <see langword="null"/> for where the service would put them.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="more">More of the configuration, in YAML.</param>
    public async Task<UnscheduledService> ServeAsync(ITimeSeriesStore? samples, CancellationToken cancellationToken, string more = "")
    {
        var masters = string.Join(',', Cluster.Masters.Select(m => $"'http://{Cluster.Listeners[m]}'"));
        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(
            $"cluster: {{ name: recorded, masters: [{masters}] }}\nweb: {{ listen: 'http://127.0.0.1:0' }}\ncollection: {{ interval: 5s, timeout: 3s }}\nstorage: {{ folder: '{folder}' }}\n{more}")).Configuration;
        var (opened, refusal) = await Stores.OpenAsync(configuration, Time, cancellationToken);
        Assert.Null(refusal);
        var stores = samples is null ? opened! : opened! with { Samples = samples };
        return await UnscheduledService.StartAsync(CapacityService.Build(configuration, stores, Time), [stores, opened!], cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
