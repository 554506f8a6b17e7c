namespace Capacity.Core.Alerting.Reviewing;

/// <summary>What a stretch of time was like for those on call.</summary>
public sealed record Review
{
    /// <summary>Gets the beginning.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Gets the end, exclusive.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Gets the incidents that began then, and those that paged then.</summary>
    public required IReadOnlyList<ReviewedIncident> Incidents { get; init; }

    /// <summary>Gets how often somebody was paged.</summary>
    public required int Pages { get; init; }

    /// <summary>Gets how often at night.</summary>
    public required int NightPages { get; init; }

    /// <summary>Gets how many incidents paged nobody.</summary>
    public required int Tickets { get; init; }

    /// <summary>Gets how often an alert began to fire.</summary>
    public required int Received { get; init; }

    /// <summary>Gets the share of alerts that were no page, 0 to 1; <see langword="null"/> where there were no alerts.</summary>
    public double? Compression => Received == 0 ? null : Math.Max(0, 1 - ((double)Pages / Received));

    /// <summary>Gets how long it took from the beginning of an incident to its page; <see langword="null"/> without pages.</summary>
    public required TimeSummary? TimeToPage { get; init; }

    /// <summary>Gets how long it took from a page until somebody took care; <see langword="null"/> where nobody did.</summary>
    public required TimeSummary? TimeToAcknowledge { get; init; }

    /// <summary>Gets what each shift had to do, in their order.</summary>
    public required IReadOnlyList<ShiftLoad> Shifts { get; init; }

    /// <summary>Gets what alerts of each name did, those first that paged most, and then those that came most.</summary>
    public required IReadOnlyList<NameLoad> Names { get; init; }

    /// <summary>Gets the incidents that somebody was woken for and that went away by themselves, the latest first.</summary>
    public required IReadOnlyList<ReviewedIncident> WithoutAction { get; init; }
}
