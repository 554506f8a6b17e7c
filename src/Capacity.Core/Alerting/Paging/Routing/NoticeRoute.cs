namespace Capacity.Core.Alerting.Paging.Routing;

/// <summary>Who is told of which notices.</summary>
/// <param name="Match">Which notices.</param>
/// <param name="Receivers">The names of the receivers; empty for nobody.</param>
public sealed record NoticeRoute(NoticeMatch Match, IReadOnlyList<string> Receivers)
{
    /// <summary>Gets the name of the escalation that follows a page; <see langword="null"/> for none.</summary>
    public string? Escalation { get; init; }

    /// <summary>Gets the hours in which tickets are held; <see langword="null"/> for none.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Gets whether the routes after this one are looked at too.</summary>
    public bool Continues { get; init; }
}
