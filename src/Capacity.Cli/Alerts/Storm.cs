using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Cli.Alerts;

/// <summary>Alerts and what was known beside them, in order of time.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
/// <param name="Topology">Makes the machines anew: each run learns for itself.</param>
/// <param name="Ids">The ids of alerts, for the pager's calls; labels that are not there are called by their fingerprint.</param>
/// <param name="Moments">What happens.</param>
internal sealed record Storm(
    string Name, DateTimeOffset Start, DateTimeOffset End, Func<Topology> Topology, IReadOnlyDictionary<LabelSet, int> Ids, IEnumerable<Storm.Moment> Moments)
{
    /// <summary>One thing that happens: a copy of an alert, something known, or a restart of the service.</summary>
    internal sealed record Moment(DateTimeOffset At, AlertDelivery? Copy, ContextEvent? Context, TimeSpan? Restart);
}
