using System.Globalization;
using Capacity.Core.Alerting.Reviewing;

namespace Capacity.Server.Reviewing;

/// <summary>The review of a week as it is sent to people.</summary>
/// <param name="Review">The review.</param>
/// <param name="Cluster">The cluster.</param>
/// <param name="Service">Where people reach the service.</param>
internal sealed record ReviewReport(Review Review, string Cluster, Uri Service)
{
    /// <summary>Gets the page that shows the same, and more.</summary>
    public Uri Page => new(Service, $"/review?from={Time(Review.From)}&to={Time(Review.End)}");

    /// <summary>Gets the page of an incident.</summary>
    public Uri PageOf(ReviewedIncident incident) => new(Service, $"/incidents/{Uri.EscapeDataString(incident.Id)}");

    private static string Time(DateTimeOffset time) => Uri.EscapeDataString(time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
}
