namespace Capacity.Core.Alerting;

/// <summary>How urgent whoever wrote the rule takes an alert to be.</summary>
public enum AlertSeverity
{
    /// <summary>Only context for other alerts.</summary>
    Info,

    /// <summary>For working hours.</summary>
    Warning,

    /// <summary>A human now, unless something explains it.</summary>
    Critical,
}
