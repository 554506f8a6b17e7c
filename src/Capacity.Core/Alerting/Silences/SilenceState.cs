namespace Capacity.Core.Alerting.Silences;

/// <summary>Where a <see cref="Silence"/> stands in time.</summary>
public enum SilenceState
{
    /// <summary>It begins later.</summary>
    Pending,

    /// <summary>It holds.</summary>
    Active,

    /// <summary>It is over.</summary>
    Expired,
}
