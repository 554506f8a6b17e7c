using System.Globalization;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Alerting.Incidents;

/// <summary>Says how well an incident's cause is proven by its alerts.</summary>
/// <remarks>
/// Each piece of evidence has a weight w from 0 to 1, the chance that the cause is right if there were nothing else; pieces of different kinds are taken to
/// be independent, so together they give 1 - (1 - w1)(1 - w2)... (noisy-or: Pearl, Probabilistic Reasoning in Intelligent Systems, 1988). More alerts of one
/// kind are one piece: a hundred copies of a mistake are no proof.
/// </remarks>
public static class ConfidenceRules
{
    private const double Most = 0.99;

    /// <summary>Weighs the evidence.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="alerts">What its alerts are about.</param>
    /// <param name="size">How many machines its place has; 0 where nobody knows.</param>
    public static Confidence Of(Incident incident, IReadOnlyCollection<AlertSubject> alerts, int size)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(alerts);
        var pieces = Pieces(incident, alerts, size).OrderByDescending(p => p.Weight).ToList();
        return new(Math.Min(Most, 1 - pieces.Aggregate(1.0, (rest, p) => rest * (1 - p.Weight))), [.. pieces.Select(p => p.Reason)]);
    }

    private static IEnumerable<(double Weight, string Reason)> Pieces(Incident incident, IReadOnlyCollection<AlertSubject> alerts, int size)
    {
        if (incident.Kind == IncidentKind.Change)
        {
            yield return (0.9, "its change was announced, and its time is over");
        }

        if (incident.Kind == IncidentKind.Domain)
        {
            yield return size > 0
                ? (Math.Min(0.9, (double)incident.Hosts.Count / size), string.Create(CultureInfo.InvariantCulture, $"{incident.Hosts.Count} of {size} machines of the place failed"))
                : (0.4, $"{incident.Hosts.Count} machines of the place failed, and nobody knows how many it has");
        }

        if (Hosts(alerts, AlertKind.Machine) is > 0 and var gone)
        {
            yield return (0.6, $"{gone} {(gone == 1 ? "machine does" : "machines do")} not answer at all");
        }

        if (Hosts(alerts, AlertKind.Service) is > 0 and var services)
        {
            yield return (0.3, $"services on {services} {(services == 1 ? "machine" : "machines")} do not answer");
        }

        if (Hosts(alerts, AlertKind.Registration) is > 0 and var unregistered)
        {
            yield return (0.4, $"{unregistered} {(unregistered == 1 ? "agent is" : "agents are")} not registered with the leading master");
        }

        if (alerts.Any(a => a.Kind == AlertKind.Domain))
        {
            yield return (0.3, "an alert names the place itself");
        }

        if (incident.Kind == IncidentKind.ControlPlane)
        {
            yield return alerts.Any(a => a.Kind == AlertKind.ControlLost) ? (0.8, "an alert says that there is no leader or no quorum") : (0.6, incident.Cause);
        }

        if (alerts.Where(a => a.IsUserFacing).Select(a => a.Name).Distinct().Count() is > 0 and var symptoms)
        {
            yield return incident.Kind == IncidentKind.App
                ? (symptoms > 1 ? 0.7 : 0.5, $"{symptoms} {(symptoms == 1 ? "alert says" : "different alerts say")} so of the app, and nothing else explains it")
                : (0.2, $"users notice: {symptoms} {(symptoms == 1 ? "alert says" : "different alerts say")} so");
        }

        if (incident.Kind == IncidentKind.Condition)
        {
            yield return (0.5, "an alert says so, and nothing else explains it");
        }
    }

    private static int Hosts(IReadOnlyCollection<AlertSubject> alerts, AlertKind kind) =>
        alerts.Where(a => a.Kind == kind && a.Machine is not null).Select(a => a.Machine!.Host).Distinct().Count();
}
