using Capacity.Server.Alerts;
using Capacity.Server.Configuration;
using Capacity.Server.Incidents;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.Paging;
using Capacity.Server.RightSizing.Reports;

namespace Capacity.Server.Hosting;

/// <summary>Says what is wrong with the service itself, in lines for a person. What is wrong with the cluster is in the reports.</summary>
internal sealed class ServiceHealth(ServiceConfiguration configuration, ClusterWatch watch, SampleKeeper keeper, ProfileKeeper profiles, AlertKeeper alerts, IncidentDesk incidents, ReportDeliveries reports, PagingLedger paging, Stores stores, TimeProvider time)
{
    private const int MostIntervals = 3;

    /// <summary>A page that waits for longer reaches nobody.</summary>
    private static readonly TimeSpan LongestPage = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan RememberLost = TimeSpan.FromHours(1);

    /// <summary>Says why there is nothing to show yet; <see langword="null"/> where there is something.</summary>
    public string? NotReady() => watch.Unknown;

    /// <summary>Says why the service does not do what people rely on at night: collecting, storing, taking alerts, telling people. <see langword="null"/> where it does.</summary>
    public string? Unfit() => NotReady() ?? Unstored() ?? alerts.Trouble ?? incidents.Trouble ?? Stale() ?? Untold();

    /// <summary>Lists what is wrong; empty where all is well.</summary>
    public IReadOnlyList<string> Faults()
    {
        var state = keeper.State;
        List<string> faults = [.. ((string?[])[Unstored()]).OfType<string>()];
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
            faults.Add($"weekly reports not delivered: {undelivered.Count}, such as that of {first.Report} to {first.Receiver}: {first.Reason}");
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

        faults.AddRange(((string?[])[Stale(), Untold()]).OfType<string>());
        faults.AddRange(paging.Receivers().Where(r => r.Breaker.IsOpen).Select(r => $"receiver {r.Name} is down, {r.Backlog.Waiting} messages wait: {r.Breaker.LastError}"));
        return faults;
    }

    private string? Unstored() => keeper.State.Trouble is { } trouble ? $"samples are not stored, {keeper.State.CollectionsWaiting} collections wait: {trouble}"
        : !stores.Samples.Health.AcceptsWrites ? "samples are not stored"
        : null;

    private string? Stale() => watch.Latest is { } report && time.GetUtcNow() - report.To is var age && age > MostIntervals * configuration.Interval
        ? $"the last collection is {age.TotalSeconds:0} s old; there should be one every {configuration.Interval.TotalSeconds:0} s"
        : null;

    private string? Untold()
    {
        var now = time.GetUtcNow();
        if (paging.Trouble is { } trouble)
        {
            return $"nobody is told of incidents: {trouble}";
        }

        if (paging.Undelivered is { } lost && now - lost.At < RememberLost)
        {
            return $"a page of incident {lost.Incident} reached nobody: {lost.Receiver}: {lost.Reason}";
        }

        return paging.Receivers().FirstOrDefault(r => now - r.Backlog.OldestPageAt > LongestPage) is { } late
            ? $"a page waits for receiver {late.Name} since {(now - late.Backlog.OldestPageAt!.Value).TotalSeconds:0} s: {late.Breaker.LastError}"
            : null;
    }
}
