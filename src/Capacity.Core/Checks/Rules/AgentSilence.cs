using Capacity.Core.Cluster;

namespace Capacity.Core.Checks.Rules;

/// <summary>Agents that do not answer while the leader still takes them for connected: their machine has no power, or no network.</summary>
/// <remarks>
/// A master gives an agent up after five pings, 75 seconds and more. The process of one that restarts closes its connection, and the leader
/// knows that at once, and when it came back: such an agent is not silent here.
/// </remarks>
internal static class AgentSilence
{
    /// <summary>Where more than this share of the agents is silent, it may be the service itself that is cut off.</summary>
    private const double MostBelieved = 0.5;

    /// <summary>An agent that registered later than this before the collection may have restarted in it; the leader's clock may differ from ours by as much.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    /// <summary>Finds the agents that were silent in the last collection; none where that is too old to be called the present.</summary>
    public static IReadOnlySet<AgentName> Of(CheckScene scene)
    {
        if (scene.BlindnessOf(CheckBasis.Collection) is not null)
        {
            return new HashSet<AgentName>();
        }

        var silent = Silences.Of(scene.Picture, SourceKind.Agent).Select(s => s.Address).ToHashSet();
        var expected = scene.Picture.Agents.Where(a => a.CountsAsCapacity).ToList();
        var found = expected
            .Where(a => a is { State: AgentState.Active or AgentState.Recovered, Address: { } address } && silent.Contains(address) && !(a.RegisteredAt > scene.Picture.TakenAt - Settled))
            .Select(a => a.Name)
            .ToHashSet();
        return found.Count <= MostBelieved * expected.Count ? found : new HashSet<AgentName>();
    }
}
