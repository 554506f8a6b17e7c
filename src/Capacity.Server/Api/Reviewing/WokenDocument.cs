using Capacity.Core.Alerting.Reviewing;

namespace Capacity.Server.Api.Reviewing;

/// <summary>An incident that somebody was woken for and that went away by itself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Cause">Its cause.</param>
/// <param name="PagedAt">When somebody was paged.</param>
/// <param name="ResolvedAt">When it was over.</param>
public sealed record WokenDocument(string Id, string Cause, DateTimeOffset PagedAt, DateTimeOffset ResolvedAt)
{
    internal static WokenDocument Of(ReviewedIncident incident) => new(incident.Id, incident.Cause, incident.PagedAt!.Value, incident.ResolvedAt!.Value);
}
