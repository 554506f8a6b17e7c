using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.WhatIfs;

/// <summary>Something that may happen to a cluster. One of the records inside.</summary>
public abstract record Scenario
{
    private Scenario()
    {
    }

    /// <summary>All agents of a zone are lost.</summary>
    /// <param name="Zone">The zone; <see langword="null"/> for the one whose loss leaves most without a place.</param>
    public sealed record ZoneLoss(string? Zone) : Scenario;

    /// <summary>Agents are lost.</summary>
    /// <param name="Agents">Their names, with the port where it is not the usual one; none for the one whose loss leaves most without a place.</param>
    public sealed record AgentLoss(IReadOnlyList<string> Agents) : Scenario;

    /// <summary>The agent that most is allocated of is lost.</summary>
    public sealed record BusiestAgentLoss : Scenario;

    /// <summary>A share of all instances end at once and have to be started again.</summary>
    /// <param name="Share">The share, above 0 and up to 1.</param>
    public sealed record InstancesDown(double Share) : Scenario;

    /// <summary>Agents are added, to the zones in turn.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="Size">What each has; without disk, as much as those that are there.</param>
    public sealed record Add(int Count, ResourceVector Size) : Scenario;

    /// <summary>All agents with as much CPU and memory are replaced by others.</summary>
    /// <param name="Cpus">The CPU of those that go.</param>
    /// <param name="Memory">Their memory, to a twentieth: agents never offer all that a machine has.</param>
    /// <param name="Count">How many come.</param>
    /// <param name="Size">What each of them has.</param>
    public sealed record Replace(CpuCores Cpus, MemorySize Memory, int Count, ResourceVector Size) : Scenario;

    /// <summary>All apps follow their right-sizing advice.</summary>
    /// <param name="Advice">The advice by app.</param>
    public sealed record RightSize(IReadOnlyDictionary<AppKey, AdvisedShape> Advice) : Scenario;

    /// <summary>All apps get more instances.</summary>
    /// <param name="Share">By how much all of them together grow, above 0.</param>
    public sealed record Grow(double Share) : Scenario;
}
