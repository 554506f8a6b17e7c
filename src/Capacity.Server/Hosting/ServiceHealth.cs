using Capacity.Server.Alerts;
using Capacity.Server.Configuration;
using Capacity.Server.Incidents;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.RightSizing.Reports;

namespace Capacity.Server.Hosting;

/// <summary>Says what is wrong with the service itself, in lines for a person. What is wrong with the cluster is in the reports.</summary>
internal sealed class ServiceHealth(ServiceConfiguration configuration, ClusterWatch watch, SampleKeeper keeper, ProfileKeeper profiles, AlertKeeper alerts, IncidentDesk incidents, ReportDeliveries reports, Stores stores, TimeProvider time)
{
    private const int MostIntervals = 3;

    /// <summary>Says why there is nothing to show yet; <see langword="null"/> where there is something.</summary>
    public string? NotReady() => watch.Latest is not null ? null : watch.Blindness ?? "no collection yet";

    /// <summary>Lists what is wrong; empty where all is well.</summary>
    public IReadOnlyList<string> Faults()
    {
        var state = keeper.State;
        List<string> faults = [];
        if (state.Trouble is { } trouble)
        {
            faults.Add($"samples are not stored, {state.CollectionsWaiting} collections wait: {trouble}");
        }
        else if (!stores.Samples.Health.AcceptsWrites)
        {
            faults.Add("samples are not stored");
        }

        if (state.InventoryTrouble is { } inventory)
        {
            faults.Add($"agents are not remembered: {inventory}");
        }

        if (profiles.Trouble is { } profileTrouble)
        {
            faults.Add($"usage profiles are not stored: {profileTrouble}");
        }

        if (reports.Troubles is { Count: > 0 } undelivered)
        {
            var first = undelivered[0];
            faults.Add($"weekly reports not delivered: {undelivered.Count}, such as that of team {first.Team} to {first.Receiver}: {first.Reason}");
        }

        if (alerts.Trouble is { } alertTrouble)
        {
            faults.Add($"alerts are not stored: {alertTrouble}");
        }

        if (incidents.Trouble is { } incidentTrouble)
        {
            faults.Add($"incidents are not stored, and nobody is told of them: {incidentTrouble}");
        }

        if (watch.Blindness is { } blindness)
        {
            faults.Add($"the masters are not found: {blindness}");
        }

        if (watch.Latest is { } report && time.GetUtcNow() - report.To is var age && age > MostIntervals * configuration.Interval)
        {
            faults.Add($"the last collection is {age.TotalSeconds:0} s old; there should be one every {configuration.Interval.TotalSeconds:0} s");
        }

        return faults;
    }
}
