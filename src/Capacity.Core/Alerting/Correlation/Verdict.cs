namespace Capacity.Core.Alerting.Correlation;

/// <summary>What becomes of an alert.</summary>
public enum Verdict
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>It waits until a time, because something explains it until then.</summary>
    Held,

    /// <summary>It is part of an incident that somebody is paged for, or that waits itself.</summary>
    Attached,

    /// <summary>It is for working hours.</summary>
    Ticket,

    /// <summary>It made somebody be paged.</summary>
    Paged,
}
