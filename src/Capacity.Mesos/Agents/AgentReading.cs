using Capacity.Core.Cluster;

namespace Capacity.Mesos.Agents;

/// <summary>What one agent said.</summary>
/// <param name="Agent">The agent, completed with what only it knows.</param>
/// <param name="Containers">Its containers; <see langword="null"/> where it could not be read.</param>
/// <param name="Frameworks">The frameworks that run something on it.</param>
/// <param name="Failures">The tasks that failed on it, as far back as it remembers.</param>
/// <param name="Sources">How each request went.</param>
internal sealed record AgentReading(
    Agent Agent,
    IReadOnlyList<Container>? Containers,
    IReadOnlyList<Framework> Frameworks,
    IReadOnlyList<TaskFailure> Failures,
    IReadOnlyList<SourceReading> Sources);
