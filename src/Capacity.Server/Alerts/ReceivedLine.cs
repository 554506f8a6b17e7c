using System.Buffers;
using System.Text.Json;
using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Server.Alerts;

/// <summary>Lines of the log of received alerts: <c>docs/alerts.md</c> has the format.</summary>
internal static class ReceivedLine
{
    public static byte[] Of(IReadOnlyList<PostedAlert> posted, string sender, DateTimeOffset now) => Line(json =>
    {
        json.WriteString("receivedAt", now);
        json.WriteString("sender", sender);
        json.WriteStartArray("alerts");
        foreach (var alert in posted)
        {
            json.WriteStartObject();
            json.WriteStartObject("labels");
            foreach (var (name, value) in alert.Labels)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            WriteTime(json, "startsAt", alert.StartsAt);
            WriteTime(json, "endsAt", alert.EndsAt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static byte[] Of(IReadOnlyList<Machine> machines) => Line(json =>
    {
        json.WriteStartArray("machines");
        foreach (var machine in machines)
        {
            json.WriteStartObject();
            json.WriteString("host", machine.Host);
            json.WriteString("zone", machine.Zone);
            json.WriteString("rack", machine.Rack);
            WriteList(json, "roles", machine.Roles);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static byte[] Of(ContextEvent happened, DateTimeOffset now) => Line(json =>
    {
        json.WriteString("receivedAt", now);
        json.WriteStartObject("context");
        json.WriteNumber("t", 0);
        Write(json, happened, now);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, ContextEvent happened, DateTimeOffset now)
    {
        switch (happened)
        {
            case ContextEvent.ChangeStarted change:
                json.WriteString("type", "change_started");
                json.WriteString("change", change.Change);
                json.WriteString("kind", change.Kind);
                WriteList(json, "targets", change.Targets);
                WriteSeconds(json, "per_target_expected_s", change.Expected);
                WriteSeconds(json, "grace_s", change.Grace);
                break;
            case ContextEvent.ChangeFinished(var change):
                WriteWords(json, "change_finished", ("change", change));
                break;
            case ContextEvent.TargetBegan(var change, var host):
                WriteWords(json, "target_begin", ("change", change), ("host", host));
                break;
            case ContextEvent.TargetEnded(var change, var host, var succeeded):
                WriteWords(json, "target_end", ("change", change), ("host", host));
                json.WriteBoolean("ok", succeeded);
                break;
            case ContextEvent.MaintenanceScheduled(var machines, var start, var duration):
                json.WriteString("type", "maintenance_scheduled");
                WriteList(json, "machines", machines);
                json.WriteNumber("start", (start - now).TotalSeconds);
                json.WriteNumber("duration_s", duration.TotalSeconds);
                break;
            case ContextEvent.MaintenanceLifted(var machines, var start):
                json.WriteString("type", "maintenance_lifted");
                WriteList(json, "machines", machines);
                json.WriteNumber("start", (start - now).TotalSeconds);
                break;
            case ContextEvent.MachineTakenDown(var host):
                WriteWords(json, "machine_down", ("host", host));
                break;
            case ContextEvent.MachineBroughtUp(var host):
                WriteWords(json, "machine_up", ("host", host));
                break;
            case ContextEvent.AgentUnreachable(var host):
                WriteWords(json, "agent_unreachable", ("host", host));
                break;
            case ContextEvent.AgentReregistered(var host):
                WriteWords(json, "agent_reregistered", ("host", host));
                break;
            case ContextEvent.Deployed(var app):
                WriteWords(json, "deployment_finished", ("app", app));
                break;
            case ContextEvent.LeaderLost(var isMarathon):
                WriteWords(json, isMarathon ? "marathon_leader_lost" : "leader_lost");
                break;
            case ContextEvent.LeaderElected(var isMarathon):
                WriteWords(json, isMarathon ? "marathon_leader_elected" : "leader_elected");
                break;
            default:
                throw new InvalidOperationException($"{happened} is not handled.");
        }
    }

    private static void WriteWords(Utf8JsonWriter json, string type, params ReadOnlySpan<(string Name, string Value)> words)
    {
        json.WriteString("type", type);
        foreach (var (name, value) in words)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            json.WriteString(name, known);
        }
    }

    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? length)
    {
        if (length is { } known)
        {
            json.WriteNumber(name, known.TotalSeconds);
        }
    }

    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }
}
