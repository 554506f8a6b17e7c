using System.Text.Json;
using Capacity.Core.Units;
using Capacity.Simulator.Model;
using Capacity.Simulator.Workload;

namespace Capacity.Simulator.Wire;

/// <summary>Writes the apps of a Marathon. Pods are not among them.</summary>
internal static class MarathonAppsDocument
{
    public static void WriteApps(Utf8JsonWriter json, MarathonState marathon, HashSet<string> embed)
    {
        json.WriteStartObject();
        json.WriteStartArray("apps");
        foreach (var app in marathon.Apps.Where(a => !a.Plan.Truth.IsPod))
        {
            WriteApp(json, app, embed);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes the tree of groups with the apps in them.</summary>
    public static void WriteGroups(Utf8JsonWriter json, MarathonState marathon)
    {
        var apps = marathon.Apps.Where(a => !a.Plan.Truth.IsPod).ToList();
        WriteGroup(json, "/", apps, 0);
    }

    /// <summary>Writes what an app is told to be.</summary>
    public static void WriteSpecification(Utf8JsonWriter json, AppState app)
    {
        var truth = app.Plan.Truth;
        var shape = app.Plan.Shape;
        json.WriteString("id", truth.Key.Id);
        json.WriteNumber("backoffFactor", 1.15);
        json.WriteNumber("backoffSeconds", 1);
        json.WriteString("cmd", truth.Kind == AppKind.FixedHeap ? $"exec java -Xmx{(long)(truth.Request.Memory.Mebibytes * 0.8)}m -jar app.jar" : $"exec bin/{shape.Path[^1]}");
        WriteConstraints(json, truth);
        json.WriteStartObject("container");
        json.WriteString("type", "MESOS");
        WriteNone(json, "volumes");
        json.WriteEndObject();
        WriteResources(json, truth.Request);
        WriteNone(json, "dependencies");
        json.WriteStartObject("env");
        json.WriteEndObject();
        json.WriteString("executor", string.Empty);
        WriteHealthChecks(json, app);
        json.WriteNumber("instances", truth.Instances);
        WriteLabels(json, truth, shape.IsExternal);
        json.WriteNumber("maxLaunchDelaySeconds", 300);
        json.WriteStartArray("networks");
        json.WriteStartObject();
        json.WriteString("mode", "host");
        json.WriteEndObject();
        json.WriteEndArray();
        WritePorts(json, app);
        json.WriteBoolean("requirePorts", false);
        json.WriteString("role", truth.Role);
        json.WriteStartObject("upgradeStrategy");
        json.WriteNumber("maximumOverCapacity", 1);
        json.WriteNumber("minimumHealthCapacity", 1);
        json.WriteEndObject();
        json.WriteString("version", MarathonDocuments.Time(app.Version));
        json.WriteStartObject("versionInfo");
        json.WriteString("lastScalingAt", MarathonDocuments.Time(app.Version));
        json.WriteString("lastConfigChangeAt", MarathonDocuments.Time(app.Version));
        json.WriteEndObject();
        json.WriteString("killSelection", "YOUNGEST_FIRST");
        json.WriteStartObject("unreachableStrategy");
        json.WriteNumber("inactiveAfterSeconds", 0);
        json.WriteNumber("expungeAfterSeconds", 0);
        json.WriteEndObject();
    }

    /// <summary>Writes amounts as Marathon does: whole numbers without a point.</summary>
    public static void WriteResources(Utf8JsonWriter json, ResourceVector amount)
    {
        json.WriteNumber("cpus", amount.Cpus.Cores);
        json.WriteNumber("disk", amount.Disk.Mebibytes);
        json.WriteNumber("mem", amount.Memory.Mebibytes);
        json.WriteNumber("gpus", amount.Gpus);
    }

    public static void WriteNone(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }

    private static void WriteGroup(Utf8JsonWriter json, string id, List<AppState> apps, int depth)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteStartArray("apps");
        foreach (var app in apps.Where(a => a.Plan.Shape.Path.Count == depth + 1))
        {
            WriteApp(json, app, []);
        }

        json.WriteEndArray();
        WriteNone(json, "pods");
        json.WriteStartArray("groups");
        foreach (var group in apps.Where(a => a.Plan.Shape.Path.Count > depth + 1).GroupBy(a => a.Plan.Shape.Path[depth]).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            WriteGroup(json, id == "/" ? $"/{group.Key}" : $"{id}/{group.Key}", [.. group], depth + 1);
        }

        json.WriteEndArray();
        WriteNone(json, "dependencies");
        json.WriteString("version", MarathonDocuments.Time(apps.Count > 0 ? apps.Max(a => a.Version) : DateTimeOffset.UnixEpoch));
        json.WriteEndObject();
    }

    private static void WriteApp(Utf8JsonWriter json, AppState app, HashSet<string> embed)
    {
        json.WriteStartObject();
        WriteSpecification(json, app);
        var running = app.Instances.Count;
        var healthy = app.Plan.Shape.HasHealthCheck ? running : 0;
        json.WriteNumber("tasksStaged", 0);
        json.WriteNumber("tasksRunning", running);
        json.WriteNumber("tasksHealthy", healthy);
        json.WriteNumber("tasksUnhealthy", 0);
        json.WriteStartArray("deployments");
        if (app.Deployment is { } deployment)
        {
            json.WriteStartObject();
            json.WriteString("id", deployment.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (embed.Contains("apps.readiness"))
        {
            WriteNone(json, "readinessCheckResults");
        }

        if (embed.Contains("apps.tasks"))
        {
            json.WriteStartArray("tasks");
            app.Instances.ForEach(i => MarathonTasksDocument.WriteTask(json, i));
            json.WriteEndArray();
        }

        if (embed.Contains("apps.taskStats"))
        {
            TaskStatsWriter.Write(json, app, running, healthy);
        }

        if ((embed.Contains("apps.lastTaskFailure") || embed.Contains("apps.failures")) && app.LastFailure is { } failure)
        {
            WriteFailure(json, app, failure);
        }

        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, AppState app, FailedTask failure)
    {
        json.WriteStartObject("lastTaskFailure");
        json.WriteString("appId", app.Plan.Truth.Key.Id);
        json.WriteString("host", failure.Instance.Agent.Hostname);
        json.WriteString("message", failure.Message);
        json.WriteString("slaveId", failure.Instance.Agent.Id);
        json.WriteString("state", "TASK_FAILED");
        json.WriteString("taskId", failure.Instance.Executor.Tasks[0].Id);
        json.WriteString("timestamp", MarathonDocuments.Time(failure.At));
        json.WriteString("version", MarathonDocuments.Time(failure.Instance.Version));
        json.WriteEndObject();
    }

    private static void WriteConstraints(Utf8JsonWriter json, PlantedApp truth)
    {
        json.WriteStartArray("constraints");
        foreach (var constraint in truth.Constraints)
        {
            json.WriteStartArray();
            foreach (var word in constraint)
            {
                json.WriteStringValue(word);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteLabels(Utf8JsonWriter json, PlantedApp truth, bool isExternal)
    {
        json.WriteStartObject("labels");
        json.WriteString("team", truth.Team);
        if (truth.Owner is { } owner)
        {
            json.WriteString("owner", owner);
        }

        if (isExternal)
        {
            json.WriteString("HAPROXY_GROUP", "external");
        }

        json.WriteEndObject();
    }

    private static void WriteHealthChecks(Utf8JsonWriter json, AppState app)
    {
        json.WriteStartArray("healthChecks");
        if (app.Plan.Shape.HasHealthCheck)
        {
            json.WriteStartObject();
            json.WriteNumber("gracePeriodSeconds", 5);
            json.WriteNumber("intervalSeconds", 10);
            json.WriteNumber("maxConsecutiveFailures", 3);
            json.WriteString("path", "/health");
            json.WriteNumber("portIndex", 0);
            json.WriteString("protocol", "MESOS_HTTP");
            json.WriteNumber("timeoutSeconds", 10);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePorts(Utf8JsonWriter json, AppState app)
    {
        json.WriteStartArray("portDefinitions");
        if (app.Plan.Shape.HasPort)
        {
            json.WriteStartObject();
            json.WriteNumber("port", 10_000 + app.Plan.Index);
            json.WriteString("protocol", "tcp");
            json.WriteString("name", "http");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
