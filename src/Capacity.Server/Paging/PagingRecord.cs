using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Server.Paging;

/// <summary>Everything that was told of an incident, and what people said.</summary>
/// <param name="Incident">How it stands.</param>
/// <param name="Deliveries">The messages, in the order in which they were decided.</param>
/// <param name="Notes">What people said, in order.</param>
public sealed record PagingRecord(PagedIncident Incident, IReadOnlyList<Delivery> Deliveries, IReadOnlyList<IncidentNote> Notes);
