using System.Collections.Concurrent;
using Capacity.Core.Cluster;
using Capacity.Mesos.Http;
using Capacity.Mesos.Wire;

namespace Capacity.Mesos.Agents;

/// <summary>Asks one agent what it runs and what that uses.</summary>
internal sealed class AgentCollector(JsonFetcher fetcher, string scheme, HttpCredentials? credentials, HttpCredentials? operatorCredentials)
{
    private readonly ConcurrentDictionary<AgentName, (int Failed, IReadOnlyList<TaskFailure> Failures)> failures = new();

    /// <param name="agent">The agent; it is asked at its address, and only for want of one at its host name.</param>
    /// <param name="trusted">Whether it was a master of the user's that named it; only such an agent gets the credentials.</param>
    /// <param name="cancellationToken">Ends the collection.</param>
    public async Task<AgentReading> CollectAsync(Agent agent, bool trusted, CancellationToken cancellationToken)
    {
        var address = agent.Address ?? new HostPort(agent.Name.Hostname, agent.Name.Port);
        var source = new Source(SourceKind.Agent, new($"{scheme}://{address}/"), trusted ? credentials : null);

        // Usage first: a container that ends between the two answers is then simply not there any more.
        var containers = await fetcher.GetAsync(source, "/containers", MesosJson.Default.ListContainerJson, cancellationToken);
        var state = await fetcher.GetAsync(source, "/state", MesosJson.Default.AgentStateJson, cancellationToken);
        List<SourceReading> sources = [containers.Reading, state.Reading];
        if (state.Value is null)
        {
            // A recovering agent answers /containers with an empty list. Only its state tells.
            return new(agent, null, [], [], sources);
        }

        var frameworks = state.Value.Frameworks ?? [];
        var joined = ContainerMapping.Containers(agent.Name, frameworks, containers.Value ?? []);
        return new(
            ContainerMapping.Complete(agent, state.Value, joined, address, state.Reading.At),
            joined,
            [.. frameworks.Where(f => f.Id is not null).Select(ContainerMapping.ToFramework)],
            await FailuresAsync(agent.Name, source, state.Value, sources, cancellationToken),
            sources);
    }

    /// <summary>Only the operator API says why a task failed. It is asked when another one has.</summary>
    private async Task<IReadOnlyList<TaskFailure>> FailuresAsync(
        AgentName agent, Source source, AgentStateJson state, List<SourceReading> sources, CancellationToken cancellationToken)
    {
        var all = (state.Frameworks ?? []).Concat(state.CompletedFrameworks ?? []).ToList();
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
            source with { Credentials = source.Credentials is null ? null : operatorCredentials ?? source.Credentials }, "GET_TASKS", MesosJson.Default.AgentTasksJson, cancellationToken);
        sources.Add(tasks.Reading);
        var names = all.Where(f => f.Id is not null).DistinctBy(f => f.Id).ToDictionary(f => f.Id!, f => f.Name ?? f.Id!);
        var found = tasks.Value is null ? [] : ContainerMapping.Failures(tasks.Value, names);
        if (tasks.Value is not null)
        {
            failures[agent] = (failed, found);
        }

        return found;
    }
}
