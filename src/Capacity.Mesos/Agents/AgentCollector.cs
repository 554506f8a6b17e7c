using System.Collections.Concurrent;
using Capacity.Core.Cluster;
using Capacity.Mesos.Http;
using Capacity.Mesos.Wire;

namespace Capacity.Mesos.Agents;

/// <summary>Asks one agent what it runs and what that uses.</summary>
internal sealed class AgentCollector(
    JsonFetcher fetcher, string scheme, HttpCredentials? credentials, HttpCredentials? operatorCredentials, TimeProvider time)
{
    private readonly ConcurrentDictionary<AgentName, (int Failed, IReadOnlyList<TaskFailure> Failures)> failures = new();

    /// <param name="agent">The agent; it is asked at its address, and only for want of one at its host name.</param>
    /// <param name="trusted">Whether it was a master of the user's that named it; only such an agent gets the credentials.</param>
    /// <param name="cancellationToken">Ends the collection.</param>
    public async Task<AgentReading> CollectAsync(Agent agent, bool trusted, CancellationToken cancellationToken)
    {
        var address = agent.Address ?? new HostPort(agent.Name.Hostname, agent.Name.Port);
        if (Uri.CheckHostName(address.Host) == UriHostNameType.Unknown || !Uri.TryCreate($"{scheme}://{address}/", UriKind.Absolute, out var root))
        {
            return new(agent, null, [], [], [NoAddress(address)]);
        }

        var source = new Source(SourceKind.Agent, root, trusted ? credentials : null);

        // Usage first: a container that ends between the two answers is then simply not there any more.
        var containers = await fetcher.GetAsync(source, "/containers", MesosJson.Default.ListContainerJson, cancellationToken);
        if (containers.Reading.Failure is { IsSilence: true })
        {
            return new(agent, null, [], [], [containers.Reading]);
        }

        var state = (await fetcher.GetAsync(source, "/state", MesosJson.Default.AgentStateJson, cancellationToken))
            .Unless(s => s.Id is not null, "the answer is not an agent's state");
        List<SourceReading> sources = [containers.Reading, state.Reading];
        if (state.Value is null)
        {
            // A recovering agent answers /containers with an empty list. Only its state tells.
            return new(agent, null, [], [], sources);
        }

        var frameworks = state.Value.Frameworks.Present().ToList();
        var joined = ContainerMapping.Containers(agent.Name, frameworks, containers.Value ?? []);
        return new(
            ContainerMapping.Complete(agent, state.Value, joined, address, state.Reading.At),
            joined,
            [.. frameworks.Where(f => f.Id is not null).Select(ContainerMapping.ToFramework)],
            await FailuresAsync(agent.Name, source, trusted, state.Value, sources, cancellationToken),
            sources);
    }

    /// <summary>Only the operator API says why a task failed. It is asked when another one has.</summary>
    private async Task<IReadOnlyList<TaskFailure>> FailuresAsync(
        AgentName agent, Source source, bool trusted, AgentStateJson state, List<SourceReading> sources, CancellationToken cancellationToken)
    {
        var all = state.Frameworks.Present().Concat(state.CompletedFrameworks.Present()).ToList();
        var failed = all.Sum(f => f.CompletedExecutors?.Failed ?? 0);
        if (failed == 0)
        {
            return [];
        }

        if (failures.TryGetValue(agent, out var known) && known.Failed == failed)
        {
            return known.Failures;
        }

        var tasks = await fetcher.CallAsync(
            source with { Credentials = trusted ? operatorCredentials ?? credentials : null }, "GET_TASKS", MesosJson.Default.AgentTasksJson, cancellationToken);
        sources.Add(tasks.Reading);
        var names = all.Where(f => f.Id is not null).DistinctBy(f => f.Id).ToDictionary(f => f.Id!, f => f.Name ?? f.Id!);
        var found = tasks.Value is null ? [] : ContainerMapping.Failures(tasks.Value, names);
        if (tasks.Value is not null)
        {
            failures[agent] = (failed, found);
        }

        return found;
    }

    private SourceReading NoAddress(HostPort address) => new(
        SourceKind.Agent, address, "/", time.GetUtcNow(), TimeSpan.Zero, new(FailureReason.Unreachable, "what it announces is no host name"));
}
