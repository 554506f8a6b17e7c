using Capacity.Core.Alerting.Reviewing;

namespace Capacity.Server.Api.Reviewing;

/// <summary>What a stretch of time was like for those on call.</summary>
public sealed record ReviewDocument
{
    /// <summary>Gets the beginning.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Gets the end, exclusive.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Gets how often somebody was paged.</summary>
    public required int Pages { get; init; }

    /// <summary>Gets how often at night.</summary>
    public required int NightPages { get; init; }

    /// <summary>Gets how many incidents paged nobody.</summary>
    public required int Tickets { get; init; }

    /// <summary>Gets how often an alert began to fire.</summary>
    public required int Received { get; init; }

    /// <summary>Gets the share of alerts that were no page; <see langword="null"/> where there were none.</summary>
    public double? CompressionRatio { get; init; }

    /// <summary>Gets how long it took from the beginning of an incident to its page; <see langword="null"/> without pages.</summary>
    public TimesDocument? TimeToPage { get; init; }

    /// <summary>Gets how long it took from a page until somebody took it on; <see langword="null"/> where nobody did.</summary>
    public TimesDocument? TimeToAcknowledge { get; init; }

    /// <summary>Gets what each shift had to do, in their order.</summary>
    public required IReadOnlyList<ShiftDocument> Shifts { get; init; }

    /// <summary>Gets what alerts of each name did, those first that paged most.</summary>
    public required IReadOnlyList<NameLoad> Names { get; init; }

    /// <summary>Gets the incidents that somebody was woken for and that went away by themselves.</summary>
    public required IReadOnlyList<WokenDocument> WithoutAction { get; init; }

    /// <summary>Makes it.</summary>
    public static ReviewDocument Of(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new()
        {
            From = review.From,
            To = review.End,
            Pages = review.Pages,
            NightPages = review.NightPages,
            Tickets = review.Tickets,
            Received = review.Received,
            CompressionRatio = review.Compression,
            TimeToPage = TimesDocument.Of(review.TimeToPage),
            TimeToAcknowledge = TimesDocument.Of(review.TimeToAcknowledge),
            Shifts = [.. review.Shifts.Select(ShiftDocument.Of)],
            Names = review.Names,
            WithoutAction = [.. review.WithoutAction.Select(WokenDocument.Of)],
        };
    }
}
