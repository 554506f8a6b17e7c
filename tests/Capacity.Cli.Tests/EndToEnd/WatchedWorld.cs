using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Capacity.Cli.Tests.Serving;
using Capacity.Simulator;
using Capacity.Simulator.Replay;

namespace Capacity.Cli.Tests.EndToEnd;

/// <summary>A cluster, the service on it as a process of its own, Prometheus with our rules, and a pager: all in real time.</summary>
internal sealed class WatchedWorld : IAsyncDisposable
{
    private readonly IAsyncDisposable cluster;
    private readonly string folder = Directory.CreateTempSubdirectory("capacity-world-").FullName;
    private ServeProcess? serve;
    private PrometheusProcess? prometheus;

    private WatchedWorld(IAsyncDisposable cluster, PagerHook pager) => (this.cluster, Pager) = (cluster, pager);

    public PagerHook Pager { get; }

    public ServeProcess Service => serve!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts everything on a simulated cluster, and waits until the service sees it.</summary>
    /// <param name="cluster">The cluster, which ends with this.</param>
    /// <param name="factor">How many times shorter the <c>for</c> of Prometheus's rules is. The service's policy is as usual.</param>
    /// <param name="checks">What differs from the usual in the service's own checks.</param>
    public static Task<WatchedWorld> StartAsync(SimulatedCluster cluster, double factor, string checks) => StartAsync(
        cluster,
        $"""
        masters: [{List(cluster.MasterUrls.Select(u => u.AbsoluteUri))}]
          marathons: [{List(cluster.MarathonUrls.Select(u => u.AbsoluteUri))}]
          zooKeepers: [{List(cluster.ZooKeeperServers.Select(s => s.ToString()))}]
        """,
        () => { },
        factor,
        checks);

    /// <summary>Starts everything on a recording, which begins when the service does.</summary>
    public static Task<WatchedWorld> StartAsync(ReplayCluster cluster, double factor) =>
        StartAsync(cluster, $"masters: [{List(cluster.Masters.Select(m => $"http://{cluster.Listeners[m]}"))}]", () => cluster.AdvanceTo(TimeSpan.Zero), factor, "{}");

    /// <summary>Reads what fires and is in no page.</summary>
    public Task<JsonElement> HeldAsync() => Service.GetJsonAsync("/api/v1/incidents/held", Cancellation);

    public async Task<JsonElement> PostAsync(string path, object? body = null)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body ?? new { }), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await Service.PostAsync(path, content, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Looks every second what fires and is in no page.</summary>
    /// <returns>The most that was held at once, the most tickets, and the names of all alerts that were seen.</returns>
    public async Task<Unpaged> WatchAsync(TimeSpan length)
    {
        var (began, seen) = (TimeProvider.System.GetTimestamp(), Unpaged.Nothing);
        while (TimeProvider.System.GetElapsedTime(began) < length)
        {
            seen = seen.With(await HeldAsync());
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Cancellation);
        }

        return seen;
    }

    /// <summary>Says what happened, for whoever reads that a test failed.</summary>
    public async Task<string> StoryAsync()
    {
        var lines = Pager.All.Select(m => $"{m.At:HH:mm:ss} {m.Status} {m.Severity} {m.Kind}: {m.Summary} ({m.Description})");
        var incidents = await Service.GetJsonAsync("/api/v1/incidents", Cancellation);
        return string.Join('\n', lines.Append(incidents.ToString()).Append((await HeldAsync()).ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        prometheus?.Dispose();
        if (serve is not null)
        {
            await serve.KillAsync(CancellationToken.None);
            serve.Dispose();
        }

        await cluster.DisposeAsync();
        await Pager.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<WatchedWorld> StartAsync(IAsyncDisposable cluster, string addresses, Action begin, double factor, string checks)
    {
        var world = new WatchedWorld(cluster, await PagerHook.StartAsync(Cancellation));
        try
        {
            await world.ServeAsync(addresses, begin, factor, checks);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    private async Task ServeAsync(string addresses, Action begin, double factor, string checks)
    {
        var configuration = Path.Combine(folder, "capacity.yaml");
        await File.WriteAllTextAsync(
            configuration,
            $$"""
            cluster:
              name: east
              {{addresses}}
            collection: { interval: 15s, mastersInterval: 5s, zooKeeperInterval: 15s, timeout: 5s }
            web: { listen: 'http://127.0.0.1:0' }
            storage: { folder: '{{folder}}/data' }
            checks: { warmUp: 5s, rules: {{checks}} }
            paging: { receivers: { pager: { type: webhook, url: '{{Pager.Url}}' } }, default: { receivers: [pager] } }

            """,
            Cancellation);
        serve = await ServeProcess.StartAsync(configuration, Cancellation);
        begin();
        await ServeProcess.UntilAsync(c => serve.FigureAsync("capacity_collections_total{cluster=\"east\",scope=\"all\",outcome=\"ok\"}", c), 1, Cancellation);
        prometheus = await PrometheusProcess.StartAsync(serve.Address, factor, Cancellation);
    }

    private static string List(IEnumerable<string> items) => string.Join(", ", items.Select(i => $"'{i}'"));
}
