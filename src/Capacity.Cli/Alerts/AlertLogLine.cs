using System.Text.Json;

namespace Capacity.Cli.Alerts;

/// <summary>A line of a log of received alerts: a request, something known, or the machines.</summary>
internal sealed record AlertLogLine(
    DateTimeOffset? ReceivedAt, string? Sender, IReadOnlyList<AlertLogLine.Postable>? Alerts, JsonElement? Context, IReadOnlyList<ScenarioFile.Place>? Machines, int? Quorum)
{
    /// <summary>An alert as Alertmanager's API takes it.</summary>
    internal sealed record Postable(Dictionary<string, string>? Labels, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt);
}
