using Capacity.Core.Cluster;

namespace Capacity.Core.Checks.Rules;

/// <summary>Agents that do not answer while the leader still takes them for connected: their machines have no power, or no network.</summary>
/// <remarks>
/// A master gives an agent up after five pings, 75 seconds and more. The process of one that restarts closes its connection, and the leader
/// knows that at once, and when it came back: such an agent is not silent here.
/// </remarks>
internal sealed class AgentSilence
{
    /// <summary>Where more than this share of the agents elsewhere is silent too, it is the service that is cut off, or slow.</summary>
    private const double MostElsewhere = 0.1;

    /// <summary>An agent that registered later than this before the collection may have restarted in it; the leader's clock may differ from ours by as much.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    private readonly HashSet<AgentName> silent;
    private readonly int expected;

    private AgentSilence(HashSet<AgentName> silent, int expected) => (this.silent, this.expected) = (silent, expected);

    /// <summary>Finds the agents that were silent in the last collection; none where that is too old to be called the present.</summary>
    public static AgentSilence In(CheckScene scene)
    {
        var addresses = scene.BlindnessOf(CheckBasis.Collection) is null ? Silences.Of(scene.Picture, SourceKind.Agent).Select(s => s.Address).ToHashSet() : [];
        var agents = scene.Picture.Agents.Where(a => a.CountsAsCapacity).ToList();
        return new(
            agents
                .Where(a => a is { State: AgentState.Active or AgentState.Recovered, Address: { } address } && addresses.Contains(address) && !(a.RegisteredAt > scene.Picture.TakenAt - Settled))
                .Select(a => a.Name)
                .ToHashSet(),
            agents.Count);
    }

    /// <summary>Gives the silent agents of a place; none where others are silent as well.</summary>
    public IReadOnlySet<AgentName> Of(IReadOnlyCollection<Agent> place)
    {
        var here = place.Where(a => silent.Contains(a.Name)).Select(a => a.Name).ToHashSet();
        return silent.Count - here.Count <= MostElsewhere * (expected - place.Count) ? here : new HashSet<AgentName>();
    }
}
