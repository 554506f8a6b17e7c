using Capacity.Core.Alerting.Incidents;

namespace Capacity.Server.Api.Incidents;

/// <summary>A change that somebody announced.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">What it does.</param>
/// <param name="State"><c>open</c> or <c>ended</c>.</param>
/// <param name="Targets">The machines, each with when it was taken and given back.</param>
/// <param name="ExpectedSeconds">How long one machine may take; <see langword="null"/> for the policy's time.</param>
/// <param name="GraceSeconds">What is allowed beyond; <see langword="null"/> for the policy's time.</param>
/// <param name="Author">Who announced it.</param>
/// <param name="Comment">What for.</param>
/// <param name="StartedAt">When it was announced.</param>
/// <param name="EndedAt">When it was over; <see langword="null"/> as long as it is not.</param>
public sealed record ChangeDocument(
    string Id,
    string Kind,
    string State,
    IReadOnlyList<ChangeTarget> Targets,
    double? ExpectedSeconds,
    double? GraceSeconds,
    string Author,
    string Comment,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt)
{
    /// <summary>Gets the targets that are no machines of the cluster, as far as it is known: alerts of others are not explained by it.</summary>
    public IReadOnlyList<string> UnknownTargets { get; init; } = [];

    /// <summary>Makes it.</summary>
    public static ChangeDocument Of(AnnouncedChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new(
            change.Id,
            change.Kind,
            change.EndedAt is null ? "open" : "ended",
            change.Targets,
            change.Expected?.TotalSeconds,
            change.Grace?.TotalSeconds,
            change.Author,
            change.Comment,
            change.StartedAt,
            change.EndedAt);
    }
}
