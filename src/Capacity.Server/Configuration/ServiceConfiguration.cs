using System.Diagnostics.CodeAnalysis;
using Capacity.Core.Alerting.Reviewing;
using Capacity.Core.Checks;
using Capacity.Mesos.Collection;

namespace Capacity.Server.Configuration;

/// <summary>The configuration, checked and in units.</summary>
/// <param name="ClusterName">The name that metrics and pages call the cluster by.</param>
/// <param name="Cluster">Which cluster to watch, and how gently.</param>
/// <param name="Interval">The time between two collections of everything.</param>
/// <param name="MastersInterval">The time between two looks at the masters alone; not longer than <paramref name="Interval"/>.</param>
/// <param name="ZooKeeperInterval">The time between two looks at ZooKeeper.</param>
/// <param name="Listen">The address to listen on; loopback, until there is authentication.</param>
/// <param name="DataFolder">Where samples are kept.</param>
/// <param name="KeepRaw">How long samples are kept as they came.</param>
/// <param name="KeepSummaries">How long their five-minute summaries are kept.</param>
public sealed record ServiceConfiguration(
    string ClusterName,
    ClusterRequest Cluster,
    TimeSpan Interval,
    TimeSpan MastersInterval,
    TimeSpan ZooKeeperInterval,
    Uri Listen,
    string DataFolder,
    TimeSpan KeepRaw,
    TimeSpan KeepSummaries)
{
    /// <summary>Gets where people reach the service: what a proxy answers at, or <see cref="Listen"/>; without a path.</summary>
    [AllowNull]
    public Uri Address
    {
        get => field ?? Listen;
        init;
    }

    /// <summary>Gets the server that mail is sent through; <see langword="null"/> for none.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>Gets how apps are advised, and who is told.</summary>
    public RightSizingSettings RightSizing { get; init; } = RightSizingSettings.Default;

    /// <summary>Gets how alerts are taken.</summary>
    public AlertSettings Alerts { get; init; } = AlertSettings.Default;

    /// <summary>Gets who is on call when.</summary>
    public ShiftPlan OnCall { get; init; } = ShiftPlan.Default;

    /// <summary>Gets who is sent the review of each week of on-call, and when.</summary>
    public ReportSettings OnCallReport { get; init; } = ReportSettings.Nobody;

    /// <summary>Gets how forecasts are judged.</summary>
    public ForecastSettings Forecast { get; init; } = ForecastSettings.Default;

    /// <summary>Gets who is told of incidents, and how.</summary>
    public PagingSettings Paging { get; init; } = PagingSettings.Nobody;

    /// <summary>Gets how the checks decide.</summary>
    public CheckPolicy Checks { get; init; } = CheckPolicy.Default;
}
