namespace Capacity.Core.Alerting.Correlation;

/// <summary>What an incident's cause is.</summary>
public enum IncidentKind
{
    /// <summary>One thing by itself: a disk, a certificate.</summary>
    Condition,

    /// <summary>An app or an address that users notice.</summary>
    App,

    /// <summary>One machine.</summary>
    Machine,

    /// <summary>Several machines of one rack, zone or cluster.</summary>
    Domain,

    /// <summary>No leader or no quorum.</summary>
    ControlPlane,

    /// <summary>A change that does not end.</summary>
    Change,
}
