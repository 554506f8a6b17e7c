using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Capacity.Simulator.Faults;
using Capacity.Simulator.Tests.Cluster;

namespace Capacity.Simulator.Tests.Drift;

/// <summary>What a simulated cluster answers over a day in which much happens.</summary>
public sealed class SimulatedAnswers : IAsyncLifetime
{
    private readonly Dictionary<(string Who, string What), List<ReadOnlyMemory<byte>>> answers = [];
    private readonly MovableTime time = new(Live.Start);

    public IReadOnlyList<ReadOnlyMemory<byte>> Of(string who, string what) => answers.GetValueOrDefault((who, what)) ?? [];

    public async ValueTask InitializeAsync()
    {
        var options = Live.Small with { Agents = 14, Zones = 7, ContainersTarget = 250 };
        await using var cluster = await SimulatedCluster.StartAsync(options, time, CancellationToken.None);
        using var http = new HttpClient();
        await ReadAsync(cluster, http, TimeSpan.FromHours(16));
        await cluster.InjectAsync(new Fault.Drain(2, TimeSpan.FromMinutes(5)), CancellationToken.None);
        await cluster.InjectAsync(new Fault.AgentRestart(1, TimeSpan.FromSeconds(5)), CancellationToken.None);
        await cluster.InjectAsync(new Fault.Maintenance(3, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)), CancellationToken.None);
        await ReadAsync(cluster, http, TimeSpan.FromSeconds(14));
        await cluster.InjectAsync(new Fault.LeaderCrash(TimeSpan.FromSeconds(30)), CancellationToken.None);
        await ReadAsync(cluster, http, TimeSpan.FromSeconds(11.3));
        await cluster.InjectAsync(new Fault.ZoneLoss(4, TimeSpan.FromMinutes(5)), CancellationToken.None);
        await ReadAsync(cluster, http, TimeSpan.FromSeconds(120));
    }

    public ValueTask DisposeAsync() => default;

    private async Task ReadAsync(SimulatedCluster cluster, HttpClient http, TimeSpan after)
    {
        time.Advance(after);
        await cluster.CatchUpAsync(CancellationToken.None);
        foreach (var master in cluster.MasterUrls)
        {
            await AskAsync(http, "master", "/slaves", master);
            await AskAsync(http, "master", "/metrics/snapshot", master);
            await AskAsync(http, "master", "/maintenance/status", master);
            await AskAsync(http, "master", "GET_MASTER", master);
        }

        foreach (var agent in cluster.AgentAddresses.Select(a => new Uri($"http://{a}/")))
        {
            await AskAsync(http, "agent", "/state", agent);
            await AskAsync(http, "agent", "/containers", agent);
            await AskAsync(http, "agent", "/metrics/snapshot", agent);
            await AskAsync(http, "agent", "GET_TASKS", agent);
        }
    }

    private async Task AskAsync(HttpClient http, string who, string what, Uri root)
    {
        using var request = what.StartsWith('/')
            ? new HttpRequestMessage(HttpMethod.Get, new Uri(root, what))
            : new HttpRequestMessage(HttpMethod.Post, new Uri(root, "/api/v1"))
            {
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"type":"{{what}}"}""")) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            };
        try
        {
            using var response = await http.SendAsync(request);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                (answers.TryGetValue((who, what), out var list) ? list : answers[(who, what)] = []).Add(await response.Content.ReadAsByteArrayAsync());
            }
        }
        catch (HttpRequestException)
        {
            // It is down, as it should be.
        }
    }
}
