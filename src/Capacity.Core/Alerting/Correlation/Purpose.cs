namespace Capacity.Core.Alerting.Correlation;

/// <summary>What has to be looked at when its time has come.</summary>
internal enum Purpose
{
    /// <summary>Whether an alert is still being sent.</summary>
    Lease,

    /// <summary>What becomes of an alert that waits.</summary>
    Alert,

    /// <summary>What failed in a zone.</summary>
    Zone,

    /// <summary>Whether an incident is over.</summary>
    Quiet,

    /// <summary>Which agents stay away after an election.</summary>
    Wave,

    /// <summary>Whether somebody leads, and a quorum is there.</summary>
    Control,
}
