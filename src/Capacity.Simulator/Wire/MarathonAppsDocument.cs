using System.Text.Json;
using Capacity.Simulator.Model;

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
        AppSpecification.WriteNone(json, "pods");
        json.WriteStartArray("groups");
        foreach (var group in apps.Where(a => a.Plan.Shape.Path.Count > depth + 1).GroupBy(a => a.Plan.Shape.Path[depth]).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            WriteGroup(json, id == "/" ? $"/{group.Key}" : $"{id}/{group.Key}", [.. group], depth + 1);
        }

        json.WriteEndArray();
        AppSpecification.WriteNone(json, "dependencies");
        json.WriteString("version", MarathonDocuments.Time(apps.Count > 0 ? apps.Max(a => a.Version) : DateTimeOffset.UnixEpoch));
        json.WriteEndObject();
    }

    private static void WriteApp(Utf8JsonWriter json, AppState app, HashSet<string> embed)
    {
        json.WriteStartObject();
        AppSpecification.Write(json, app);
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
            AppSpecification.WriteNone(json, "readinessCheckResults");
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
}
