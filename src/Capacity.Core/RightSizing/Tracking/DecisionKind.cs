namespace Capacity.Core.RightSizing.Tracking;

/// <summary>What an owner says to advice.</summary>
public enum DecisionKind
{
    /// <summary>It will be done.</summary>
    Accepted,

    /// <summary>Not now.</summary>
    Snoozed,

    /// <summary>It is wrong, or will not be done.</summary>
    Rejected,
}
