using Capacity.Simulator.Replay;
using Capacity.Storage.TimeSeries.DuckDb;
using Capacity.Testing.Recordings;

namespace Capacity.Cli.Tests.Serving;

/// <summary>A recorded cluster on loopback, and a configuration and a folder for a service that watches it as a process of its own.</summary>
internal sealed class ServedCluster : IAsyncDisposable
{
    private readonly ReplayCluster cluster;
    private readonly string folder = Directory.CreateTempSubdirectory("capacity-served-").FullName;

    private ServedCluster(ReplayCluster cluster) => this.cluster = cluster;

    public string Configuration => Path.Combine(folder, "capacity.yaml");

    public string Data => Path.Combine(folder, "data");

    public static async Task<ServedCluster> StartAsync(CancellationToken cancellationToken)
    {
        var recording = await CommittedRecordings.ReadAsync("steady", cancellationToken);
        var served = new ServedCluster(await ReplayCluster.StartAsync(recording, new ReplayOptions { AtEnd = AtEnd.Loop }, TimeProvider.System, cancellationToken));
        var masters = string.Join(',', served.cluster.Masters.Select(m => $"'http://{served.cluster.Listeners[m]}'"));
        await File.WriteAllTextAsync(
            served.Configuration,
            $"cluster: {{ name: recorded, masters: [{masters}] }}\nweb: {{ listen: 'http://127.0.0.1:0' }}\ncollection: {{ interval: 5s, timeout: 4s }}\nstorage: {{ folder: '{served.Data}' }}\n",
            cancellationToken);
        return served;
    }

    /// <summary>Counts the collections that are in the store. No service may run.</summary>
    public async Task<int> StoredAsync(CancellationToken cancellationToken)
    {
        var opened = Assert.IsType<DuckDbOpening.Opened>(await DuckDbTimeSeriesStore.OpenAsync(new() { Folder = Path.Combine(Data, "samples") }, TimeProvider.System, cancellationToken));
        await using var store = opened.Store;
        Assert.Empty(store.Health.Alarms);
        var now = TimeProvider.System.GetUtcNow();
        var groups = await store.ReadGroupsAsync(new(now.AddHours(-1), now.AddMinutes(1), TimeSpan.FromSeconds(1)), cancellationToken);
        if (groups.Count == 0)
        {
            return 0;
        }

        Assert.All(groups[0].Buckets.Where(b => b.Looks > 0), b => Assert.Equal((100.5, true), (b.CpuCores.Total, b.Containers > 0)));
        return groups[0].Buckets.Sum(b => b.Looks);
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
