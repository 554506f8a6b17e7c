using System.Globalization;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Paging;
using Capacity.Server.Api;

namespace Capacity.Server.Paging.Receivers;

/// <summary>An incident as one alert. Its labels are those of the notice that first told of it, so that it stays the same alert to the end.</summary>
internal static class IncidentLabels
{
    /// <summary>The name of the alert.</summary>
    public const string Name = "CapacityIncident";

    /// <summary>Gives the labels.</summary>
    /// <param name="first">The notice that first told of it; a page is critical, a ticket a warning.</param>
    public static LabelSet Of(IncidentNotice first) => LabelSet.Create(
    [
        new("alertname", Name),
        new("cluster", first.Cluster),
        new("incident", first.Incident),
        new("kind", Words.Of(first.CauseKind)),
        new("severity", first.Kind == NoticeKind.Page ? "critical" : "warning"),
        new("team", first.Team ?? ""),
        new("zone", first.Zone ?? ""),
        new("rack", first.Rack ?? ""),
    ]);

    /// <summary>Gives the annotations: what is known now.</summary>
    /// <param name="latest">The latest notice.</param>
    /// <param name="link">The page of the incident.</param>
    public static IReadOnlyDictionary<string, string> Annotations(IncidentNotice latest, Uri link)
    {
        var annotations = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["summary"] = latest.Cause,
            ["description"] = latest.Reason,
            ["alerts"] = latest.Alerts.ToString(CultureInfo.InvariantCulture),
            ["firing"] = latest.Firing.ToString(CultureInfo.InvariantCulture),
            ["link"] = link.AbsoluteUri,
            ["worst_severity"] = Words.Of(latest.Severity),
        };
        if (latest.HostCount > 0)
        {
            annotations["machines"] = latest.HostCount.ToString(CultureInfo.InvariantCulture);
            annotations["hosts"] = string.Join(", ", latest.Hosts);
        }

        if (latest.Evidence.Count > 0)
        {
            annotations["evidence"] = string.Join('\n', latest.Evidence);
        }

        return annotations;
    }
}
