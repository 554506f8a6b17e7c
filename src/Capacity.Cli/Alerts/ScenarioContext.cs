using System.Text.Json;
using Capacity.Core.Alerting.Context;

namespace Capacity.Cli.Alerts;

/// <summary>Reads what was known besides alerts. A type that is not known is passed over: newer files say more.</summary>
internal static class ScenarioContext
{
    /// <summary>Reads one event; <see langword="null"/> where it lacks something.</summary>
    public static Storm.Moment? Read(JsonElement known, DateTimeOffset start)
    {
        if (known.ValueKind != JsonValueKind.Object || Number(known, "t") is not { } t || Text(known, "type") is not { } type)
        {
            return null;
        }

        var at = start.AddSeconds(t);
        if (type == "service_restart")
        {
            return new(at, null, null, TimeSpan.FromSeconds(Number(known, "down_s") ?? 0));
        }

        try
        {
            return new(at, null, Event(known, type, start), null);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static ContextEvent? Event(JsonElement known, string type, DateTimeOffset start) => type switch
    {
        "change_started" => new ContextEvent.ChangeStarted(
            Needed(known, "change"), Text(known, "kind") ?? "change", Texts(known, "targets"), Span(known, "per_target_expected_s"), Span(known, "grace_s")),
        "change_finished" => new ContextEvent.ChangeFinished(Needed(known, "change")),
        "target_begin" => new ContextEvent.TargetBegan(Needed(known, "change"), Needed(known, "host")),
        "target_end" => new ContextEvent.TargetEnded(Needed(known, "change"), Needed(known, "host"), !known.TryGetProperty("ok", out var ok) || ok.ValueKind != JsonValueKind.False),
        "maintenance_scheduled" => new ContextEvent.MaintenanceScheduled(
            Texts(known, "machines"), start.AddSeconds(Number(known, "start") ?? throw new FormatException()), Span(known, "duration_s") ?? throw new FormatException()),
        "maintenance_lifted" => new ContextEvent.MaintenanceLifted(Texts(known, "machines"), start.AddSeconds(Number(known, "start") ?? throw new FormatException())),
        "machine_down" => new ContextEvent.MachineTakenDown(Needed(known, "host")),
        "machine_up" => new ContextEvent.MachineBroughtUp(Needed(known, "host")),
        "agent_unreachable" => new ContextEvent.AgentUnreachable(Needed(known, "host")),
        "agent_reregistered" => new ContextEvent.AgentReregistered(Needed(known, "host")),
        "deployment_finished" => new ContextEvent.Deployed(Needed(known, "app")),
        "leader_lost" => new ContextEvent.LeaderLost(IsMarathon: false),
        "leader_elected" => new ContextEvent.LeaderElected(IsMarathon: false),
        "marathon_leader_lost" => new ContextEvent.LeaderLost(IsMarathon: true),
        "marathon_leader_elected" or "marathon_leader_changed" => new ContextEvent.LeaderElected(IsMarathon: true),
        _ => null,
    };

    private static double? Number(JsonElement known, string name) =>
        known.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static TimeSpan? Span(JsonElement known, string name) => Number(known, name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static string? Text(JsonElement known, string name) =>
        known.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Needed(JsonElement known, string name) => Text(known, name) ?? throw new FormatException();

    private static List<string> Texts(JsonElement known, string name) =>
        known.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)]
            : [];
}
