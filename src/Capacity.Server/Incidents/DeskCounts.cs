using Capacity.Core.Alerting.Correlation;

namespace Capacity.Server.Incidents;

/// <summary>What the desk did since the start, and what it holds now.</summary>
internal sealed record DeskCounts
{
    /// <summary>Gets the changes of alerts that came in and are dealt with.</summary>
    public long Changes { get; init; }

    /// <summary>Gets how often an alert began to fire that nobody had silenced.</summary>
    public long Fired { get; init; }

    /// <summary>Gets how many decisions of each kind there were.</summary>
    public IReadOnlyDictionary<DecisionKind, long> Decisions { get; init; } = new Dictionary<DecisionKind, long>();

    /// <summary>Gets how many alerts fire, by what became of them.</summary>
    public IReadOnlyDictionary<Verdict, int> Firing { get; init; } = new Dictionary<Verdict, int>();

    /// <summary>Gets how many incidents are open, by their kind.</summary>
    public IReadOnlyDictionary<IncidentKind, int> Open { get; init; } = new Dictionary<IncidentKind, int>();

    /// <summary>Gets how many alerts the correlator remembers, those that are over among them.</summary>
    public int Alerts { get; init; }

    /// <summary>Gets how many incidents the correlator remembers, those that are over among them.</summary>
    public int Incidents { get; init; }
}
