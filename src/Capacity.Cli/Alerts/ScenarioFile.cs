using System.Text.Json;

namespace Capacity.Cli.Alerts;

/// <summary>A storm in the scenario format, without what it says of the truth.</summary>
internal sealed record ScenarioFile(
    string? Name,
    DateTimeOffset? T0,
    double? DurationS,
    ScenarioFile.ResendRule? Resend,
    ScenarioFile.Places? Topology,
    IReadOnlyList<ScenarioFile.Alert>? Alerts,
    IReadOnlyList<string>? AlertEventFields,
    IReadOnlyList<JsonElement>? AlertEvents,
    IReadOnlyList<JsonElement>? ContextEvents)
{
    internal sealed record ResendRule(double? IntervalS, double? EndsAtHorizonS, double? ResolvedResendForS, bool Explicit);

    internal sealed record Places(string? Cluster, int? Quorum, IReadOnlyList<Place>? ControlPlane, IReadOnlyList<Place>? Agents, IReadOnlyList<Place>? Other);

    internal sealed record Place(string Host, string? Zone, string? Rack, IReadOnlyList<string>? Roles);

    internal sealed record Alert(int Id, Dictionary<string, string> Labels, string? CuratedSeverity);
}
