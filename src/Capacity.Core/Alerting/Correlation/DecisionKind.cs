namespace Capacity.Core.Alerting.Correlation;

/// <summary>What was decided.</summary>
public enum DecisionKind
{
    /// <summary>Somebody is paged.</summary>
    Page,

    /// <summary>The page that was sent says more now; nobody is woken again.</summary>
    Update,

    /// <summary>The incident is over.</summary>
    Resolve,

    /// <summary>An alert waits.</summary>
    Hold,

    /// <summary>An alert is part of an incident.</summary>
    Attach,

    /// <summary>An alert is for working hours.</summary>
    Ticket,
}
