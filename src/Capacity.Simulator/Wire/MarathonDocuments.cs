using System.Globalization;
using System.Text.Json;
using Capacity.Simulator.Model;

namespace Capacity.Simulator.Wire;

/// <summary>Writes the short answers of a Marathon.</summary>
internal static class MarathonDocuments
{
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static void WriteInfo(Utf8JsonWriter json, World world, MarathonState marathon)
    {
        var leader = marathon.Servers[marathon.Leader ?? 0];
        json.WriteStartObject();
        json.WriteString("name", "marathon");
        json.WriteString("version", "1.10.26");
        json.WriteBoolean("elected", true);
        json.WriteString("leader", leader.ToString());
        json.WriteString("frameworkId", marathon.Framework.Id);
        json.WriteStartObject("marathon_config");
        json.WriteBoolean("checkpoint", true);
        json.WriteString("executor", "//cmd");
        json.WriteNumber("failover_timeout", 604800);
        json.WriteString("framework_name", marathon.Framework.Name);
        json.WriteBoolean("ha", true);
        json.WriteString("hostname", leader.Host);
        json.WriteNumber("local_port_max", 20000);
        json.WriteNumber("local_port_min", 10000);
        json.WriteString("master", "zk://zk1.mesos.test:2181/mesos");
        json.WriteString("mesos_role", marathon.Framework.Roles[0]);
        json.WriteString("mesos_user", "root");
        json.WriteNumber("reconciliation_initial_delay", 15000);
        json.WriteNumber("reconciliation_interval", 600000);
        json.WriteNumber("task_launch_timeout", 300000);
        json.WriteEndObject();
        json.WriteStartObject("zookeeper_config");
        json.WriteString("zk", $"zk://zk1.mesos.test:2181/{marathon.Framework.Name}");
        json.WriteBoolean("zk_compression", true);
        json.WriteNumber("zk_compression_threshold", 65536);
        json.WriteNumber("zk_max_node_size", 1024000);
        json.WriteNumber("zk_session_timeout", 10000);
        json.WriteEndObject();
        json.WriteStartObject("http_config");
        json.WriteNumber("http_port", leader.Port);
        json.WriteNumber("https_port", 8443);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteLeader(Utf8JsonWriter json, World world, MarathonState marathon)
    {
        json.WriteStartObject();
        json.WriteString("leader", marathon.Servers[marathon.Leader ?? 0].ToString());
        json.WriteEndObject();
    }

    public static void WriteQueue(Utf8JsonWriter json, World world, MarathonState marathon)
    {
        json.WriteStartObject();
        json.WriteStartArray("queue");
        foreach (var app in marathon.Apps.Where(a => a.Waiting > 0))
        {
            var left = app.BackOffUntil - world.Timeline.Now;
            json.WriteStartObject();
            json.WriteNumber("count", app.Waiting);
            json.WriteStartObject("delay");
            json.WriteNumber("timeLeftSeconds", left > TimeSpan.Zero ? (long)Math.Ceiling(left.TotalSeconds) : 0);
            json.WriteBoolean("overdue", left <= TimeSpan.Zero);
            json.WriteEndObject();
            json.WriteString("since", Time(app.WaitingSince ?? world.Timeline.Now));
            json.WriteStartObject(app.Plan.Truth.IsPod ? "pod" : "app");
            AppSpecification.Write(json, app);
            json.WriteEndObject();
            json.WriteString("role", app.Plan.Truth.Role);
            WriteSummary(json, app.Rejections);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteDeployments(Utf8JsonWriter json, World world, MarathonState marathon)
    {
        json.WriteStartArray();
        foreach (var deployment in world.Deployer.Active.Where(d => marathon.Apps.Contains(d.App)))
        {
            var id = deployment.App.Plan.Truth.Key.Id;
            var isPod = deployment.App.Plan.Truth.IsPod;
            json.WriteStartObject();
            json.WriteString("id", deployment.Id);
            json.WriteString("version", Time(deployment.Version));
            WriteAffected(json, "affectedApps", isPod ? null : id);
            WriteAffected(json, "affectedPods", isPod ? id : null);
            json.WriteStartArray("steps");
            json.WriteStartObject();
            WriteActions(json, "actions", id, withReadiness: false);
            json.WriteEndObject();
            json.WriteEndArray();
            WriteActions(json, "currentActions", id, withReadiness: true);
            json.WriteNumber("currentStep", 1);
            json.WriteNumber("totalSteps", 1);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAffected(Utf8JsonWriter json, string name, string? id)
    {
        json.WriteStartArray(name);
        if (id is not null)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }

    private static void WriteActions(Utf8JsonWriter json, string name, string id, bool withReadiness)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        json.WriteString("action", "RestartApplication");
        json.WriteString("app", id);
        if (withReadiness)
        {
            AppSpecification.WriteNone(json, "readinessCheckResults");
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter json, Rejections rejections)
    {
        json.WriteStartObject("processedOffersSummary");
        json.WriteNumber("processedOffersCount", rejections.ProcessedInAll);
        json.WriteNumber("unusedOffersCount", rejections.ProcessedInAll);
        json.WriteStartArray("rejectSummaryLastOffers");
        var left = rejections.Processed;
        for (var i = 0; i < Rejections.Reasons.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("reason", Rejections.Reasons[i]);
            json.WriteNumber("declined", rejections.Declined[i]);
            json.WriteNumber("processed", left);
            json.WriteEndObject();
            left -= rejections.Declined[i];
        }

        json.WriteEndArray();
        AppSpecification.WriteNone(json, "rejectSummaryLaunchAttempt");
        json.WriteEndObject();
    }
}
