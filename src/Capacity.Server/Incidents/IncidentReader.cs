using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Incidents;
using Capacity.Core.Alerting.Subjects;
using Capacity.Server.Alerts;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;

namespace Capacity.Server.Incidents;

/// <summary>Gives incidents to whoever wants to see them, as they are on disk.</summary>
/// <remarks>All methods throw <see cref="IOException"/> where the store can't be read.</remarks>
public sealed class IncidentReader
{
    /// <summary>The most alerts of an incident that are given.</summary>
    public const int MostAlerts = 2000;

    private static readonly Verdict[] Unpaged = [Verdict.None, Verdict.Held, Verdict.Ticket];

    private readonly IIncidentStore store;
    private readonly IncidentDesk desk;
    private readonly AlertKeeper keeper;
    private readonly ServiceConfiguration configuration;

    internal IncidentReader(Stores stores, IncidentDesk desk, AlertKeeper keeper, ServiceConfiguration configuration) =>
        (store, this.desk, this.keeper, this.configuration) = (stores.State.Incidents, desk, keeper, configuration);

    /// <summary>Lists incidents, the latest first.</summary>
    /// <returns>The page that was asked for, and how many there are.</returns>
    public Task<(IReadOnlyList<IncidentRecord> Page, int Count)> ListAsync(IncidentQuery query, CancellationToken cancellationToken) => store.ListAsync(query, cancellationToken);

    /// <summary>Finds an incident with its alerts; <see langword="null"/> where there is none of that id.</summary>
    public async Task<IncidentReading?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } record)
        {
            return null;
        }

        var alerts = await store.AlertsOfAsync(id, MostAlerts, cancellationToken);
        var topology = new Topology(desk.Machines);
        var mapper = new SubjectMapper(configuration.Alerts.Policy, topology);
        var incident = record.Incident;
        var subjects = alerts.Select(a => mapper.Map(a.Labels)).ToList();
        var size = incident.IsWhole ? topology.Machines : topology.Size(incident.Zone, incident.Rack);
        return new(record, alerts, ConfidenceRules.Of(incident, subjects, size));
    }

    /// <summary>Says what fires and is in no page, with why and until when.</summary>
    /// <param name="most">The most alerts to give; the groups count all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<HeldReading> HeldAsync(int most, CancellationToken cancellationToken) => new(
        await store.CountFiringAsync(Unpaged, cancellationToken),
        await store.FiringAsync(Unpaged, most, cancellationToken),
        keeper.Count().FiringSilenced);
}
