namespace Capacity.Core.Alerting.Paging;

/// <summary>What a notice asks of its receivers.</summary>
public enum NoticeKind
{
    /// <summary>Wake somebody.</summary>
    Page,

    /// <summary>Add to what was said; nobody is woken again.</summary>
    Update,

    /// <summary>Tell those who were told that it is over.</summary>
    Resolve,

    /// <summary>Tell somebody in working hours.</summary>
    Ticket,
}
