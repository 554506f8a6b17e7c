using Capacity.Core.Alerting.Labels;

namespace Capacity.Cli.Alerts;

/// <summary>A row of <c>alert_events</c>; times are seconds since the start. No end: it fires, and is sent again.</summary>
internal sealed record ScenarioRow(double At, LabelSet Labels, double StartsAt, double? EndsAt, string Sender);
