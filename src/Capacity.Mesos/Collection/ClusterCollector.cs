using System.Collections.Concurrent;
using Capacity.Core.Cluster;
using Capacity.Core.Recordings;
using Capacity.Mesos.Agents;
using Capacity.Mesos.Http;
using Capacity.Mesos.Marathon;
using Capacity.Mesos.Masters;

namespace Capacity.Mesos.Collection;

/// <summary>Collects a whole cluster once: masters, then every agent they know and every Marathon at the same time.</summary>
public sealed class ClusterCollector : IDisposable
{
    private readonly HttpClient http;
    private readonly MastersCollector masters;
    private readonly AgentCollector agents;
    private readonly MarathonCollector marathons;
    private readonly LocationPolicy location;
    private readonly int concurrency;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<AgentName, HostPort> addresses = new();
    private Dictionary<AgentName, IReadOnlyList<Container>> known = [];

    /// <summary>Prepares to collect; nothing is asked yet.</summary>
    /// <param name="targets">Which cluster, and how.</param>
    /// <param name="time">The clock.</param>
    /// <param name="sink">Gets every exchange; <see langword="null"/> to record nothing.</param>
    public ClusterCollector(ClusterTargets targets, TimeProvider time, IExchangeSink? sink = null)
        : this(targets ?? throw new ArgumentNullException(nameof(targets)), time, MesosHttpClient.Create(targets.Limits, targets.Tls, sink, time))
    {
    }

    /// <summary>Prepares to collect through a given client, which is disposed with the collector.</summary>
    internal ClusterCollector(ClusterTargets targets, TimeProvider time, HttpClient http)
    {
        this.http = http;
        var masterSources = Sources(SourceKind.Master, targets.Masters, targets.MesosCredentials);
        var marathonSources = Sources(SourceKind.Marathon, targets.Marathons, targets.MarathonCredentials);
        var fetcher = new JsonFetcher(http, targets.Limits, time, marathonSources.Select(s => s.Address).ToHashSet());
        var readCredentials = targets.MesosCredentials ?? masterSources.Find(m => m.Credentials is not null)?.Credentials;
        masters = new(fetcher, masterSources, targets.OperatorCredentials, targets.Limits, time);
        agents = new(fetcher, masterSources[0].Root.Scheme, readCredentials, targets.OperatorCredentials, time);
        marathons = new(fetcher, marathonSources);
        location = targets.Location;
        concurrency = targets.Limits.MaxConcurrency;
        this.time = time;
    }

    /// <summary>Collects once. Whatever cannot be read is said in the snapshot's sources.</summary>
    /// <param name="progress">Told how many agents are done, and of how many.</param>
    /// <param name="cancellationToken">Ends the collection.</param>
    public async Task<ClusterSnapshot> CollectAsync(IProgress<(int Done, int Of)>? progress, CancellationToken cancellationToken)
    {
        var takenAt = time.GetUtcNow();
        var readingMarathons = marathons.CollectAsync(cancellationToken);
        var ofMasters = await masters.CollectAsync(cancellationToken);
        var ofAgents = await ReadAgentsAsync([.. ofMasters.Agents.Select(WithKnownAddress)], ofMasters.LeaderNamed, progress, cancellationToken);
        var (readings, marathonSources) = await readingMarathons;
        List<Framework> frameworks = [.. ofAgents.SelectMany(a => a.Frameworks).DistinctBy(f => f.Id)];
        var ofMarathons = FrameworkJoin.Join(readings, frameworks);
        var subscribed = ofMasters.Masters.FirstOrDefault(m => m.Address == ofMasters.Leader?.Address)?.SubscribedFrameworks ?? new Dictionary<string, bool>();
        List<Container> guessed = [.. ofAgents.SelectMany(a => a.Containers ?? [])];
        var joined = AppJoin.Join(guessed, ofMarathons);
        return new()
        {
            TakenAt = takenAt,
            Leader = ofMasters.Leader,
            Masters = ofMasters.Masters,
            AgentsListed = ofMasters.AgentsListed,
            Maintenance = ofMasters.Maintenance,
            Agents = [.. ofAgents.Select(a => location.Locate(a.Agent)).OrderBy(a => a.Name.Hostname, StringComparer.Ordinal).ThenBy(a => a.Name.Port)],
            AgentsRead = ofAgents.Where(a => a.Containers is not null).Select(a => a.Agent.Name).ToHashSet(),
            Frameworks = [.. frameworks.Select(f => f with { Subscribed = subscribed.TryGetValue(f.Id, out var s) ? s : null })],
            Containers = joined,
            Marathons = ofMarathons,
            Failures = AppJoin.Join(ofAgents.SelectMany(a => a.Failures), guessed, joined, ofMarathons),
            Sources = [.. ofMasters.Sources, .. ofAgents.SelectMany(a => a.Sources), .. marathonSources],
        };
    }

    /// <summary>
    /// Asks the masters alone: who leads, and what the leader says of its agents. May run beside a whole collection, which may wait for
    /// agents that are silent.
    /// </summary>
    /// <returns>A snapshot without anything that agents or Marathons say themselves.</returns>
    public async Task<ClusterSnapshot> CollectMastersAsync(CancellationToken cancellationToken)
    {
        var takenAt = time.GetUtcNow();
        var ofMasters = await masters.CollectAsync(cancellationToken);
        return new()
        {
            TakenAt = takenAt,
            Leader = ofMasters.Leader,
            Masters = ofMasters.Masters,
            AgentsListed = ofMasters.AgentsListed,
            Maintenance = ofMasters.Maintenance,
            Agents = [.. ofMasters.Agents.Select(a => location.Locate(WithKnownAddress(a)))],
            Sources = ofMasters.Sources,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static List<Source> Sources(SourceKind kind, IReadOnlyList<Uri> addresses, HttpCredentials? credentials) =>
        [.. addresses.Select(a => new Source(kind, new UriBuilder(a) { UserName = null, Password = null }.Uri, HttpCredentials.FromUserInfo(a) ?? credentials))
            .DistinctBy(s => s.Address)];

    private async Task<IReadOnlyList<AgentReading>> ReadAgentsAsync(
        IReadOnlyList<Agent> listed, bool trusted, IProgress<(int Done, int Of)>? progress, CancellationToken cancellationToken)
    {
        var readings = new AgentReading[listed.Count];
        var done = 0;
        await Parallel.ForAsync(
            0,
            listed.Count,
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (i, token) =>
            {
                readings[i] = Share(await agents.CollectAsync(listed[i], trusted, token));
                progress?.Report((Interlocked.Increment(ref done), listed.Count));
            });
        known = readings.Where(r => r.Containers is not null).ToDictionary(r => r.Agent.Name, r => r.Containers!);
        return readings;
    }

    private AgentReading Share(AgentReading reading) => reading.Containers is { } fresh && known.TryGetValue(reading.Agent.Name, out var before)
        ? reading with { Containers = ContainerSharing.Share(before, fresh) }
        : reading;

    /// <summary>An agent that the leader still waits for comes without an address. If it was there before, it is where it was.</summary>
    private Agent WithKnownAddress(Agent agent)
    {
        if (agent.Address is { } address)
        {
            addresses[agent.Name] = address;
            return agent;
        }

        return addresses.TryGetValue(agent.Name, out var before) ? agent with { Address = before } : agent;
    }
}
