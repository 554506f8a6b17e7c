using System.Text.Json;
using Capacity.Simulator.Model;
using Capacity.Simulator.Synthetic;

namespace Capacity.Simulator.Wire;

/// <summary>Writes the instances of a Marathon's apps and pods.</summary>
internal static class MarathonTasksDocument
{
    public static void WriteTasks(Utf8JsonWriter json, MarathonState marathon)
    {
        json.WriteStartObject();
        json.WriteStartArray("tasks");
        foreach (var app in marathon.Apps.Where(a => !a.Plan.Truth.IsPod))
        {
            app.Instances.ForEach(i => WriteTask(json, i));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteTask(Utf8JsonWriter json, Instance instance)
    {
        var app = instance.App;
        var executor = instance.Executor;
        var started = MarathonDocuments.Time(executor.StartedAt.AddSeconds(0.9));
        json.WriteStartObject();
        json.WriteStartArray("ipAddresses");
        json.WriteStartObject();
        json.WriteString("ipAddress", instance.Agent.Address.Host);
        json.WriteString("protocol", "IPv4");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("stagedAt", MarathonDocuments.Time(executor.StartedAt));
        json.WriteString("state", "TASK_RUNNING");
        json.WriteStartArray("ports");
        if (executor.Port is { } port)
        {
            json.WriteNumberValue(port);
        }

        json.WriteEndArray();
        json.WriteString("startedAt", started);
        json.WriteString("version", MarathonDocuments.Time(instance.Version));
        json.WriteString("id", executor.Tasks[0].Id);
        json.WriteString("appId", app.Plan.Truth.Key.Id);
        json.WriteString("slaveId", instance.Agent.Id);
        json.WriteString("host", instance.Agent.Hostname);
        json.WriteStartArray("servicePorts");
        if (app.Plan.Shape.HasPort)
        {
            json.WriteNumberValue(10_000 + app.Plan.Index);
        }

        json.WriteEndArray();
        json.WriteString("role", app.Plan.Truth.Role);
        if (app.Plan.Shape.HasHealthCheck)
        {
            WriteHealth(json, executor, started);
        }

        json.WriteEndObject();
    }

    public static void WritePods(Utf8JsonWriter json, MarathonState marathon)
    {
        json.WriteStartArray();
        foreach (var app in marathon.Apps.Where(a => a.Plan.Truth.IsPod))
        {
            WritePod(json, app);
        }

        json.WriteEndArray();
    }

    private static void WriteHealth(Utf8JsonWriter json, SyntheticExecutor executor, string started)
    {
        json.WriteStartArray("healthCheckResults");
        json.WriteStartObject();
        json.WriteBoolean("alive", true);
        json.WriteNumber("consecutiveFailures", 0);
        json.WriteString("firstSuccess", started);
        json.WriteNull("lastFailure");
        json.WriteString("lastSuccess", started);
        json.WriteString("taskId", executor.Tasks[0].Id);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WritePod(Utf8JsonWriter json, AppState app)
    {
        var id = app.Plan.Truth.Key.Id;
        var since = MarathonDocuments.Time(app.Version);
        var status = app.Waiting == 0 ? "STABLE" : "DEGRADED";
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteStartObject("spec");
        json.WriteString("id", id);
        json.WriteStartObject("labels");
        json.WriteString("team", app.Plan.Truth.Team);
        if (app.Plan.Truth.Owner is { } owner)
        {
            json.WriteString("owner", owner);
        }

        json.WriteEndObject();
        json.WriteString("version", since);
        AppSpecification.WriteNone(json, "containers");
        AppSpecification.WriteNone(json, "volumes");
        AppSpecification.WriteNone(json, "networks");
        json.WriteStartObject("scaling");
        json.WriteString("kind", "fixed");
        json.WriteNumber("instances", app.Told);
        json.WriteEndObject();
        json.WriteStartObject("scheduling");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("status", status);
        json.WriteString("statusSince", since);
        json.WriteStartArray("instances");
        app.Instances.ForEach(i => WriteInstance(json, i));
        json.WriteEndArray();
        AppSpecification.WriteNone(json, "terminationHistory");
        json.WriteString("lastUpdated", since);
        json.WriteString("lastChanged", since);
        json.WriteEndObject();
    }

    private static void WriteInstance(Utf8JsonWriter json, Instance instance)
    {
        var since = MarathonDocuments.Time(instance.Executor.StartedAt);
        json.WriteStartObject();
        json.WriteString("id", instance.Executor.Id);
        json.WriteString("status", "STABLE");
        json.WriteString("statusSince", since);
        AppSpecification.WriteNone(json, "conditions");
        json.WriteString("agentHostname", instance.Agent.Hostname);
        json.WriteString("agentId", instance.Agent.Id);
        json.WriteStartObject("resources");
        AppSpecification.WriteResources(json, instance.Executor.Allocated);
        json.WriteEndObject();
        AppSpecification.WriteNone(json, "networks");
        json.WriteStartArray("containers");
        foreach (var task in instance.Executor.Tasks)
        {
            json.WriteStartObject();
            json.WriteString("name", task.Name.Split('.')[0]);
            json.WriteString("status", "TASK_RUNNING");
            json.WriteString("statusSince", since);
            AppSpecification.WriteNone(json, "conditions");
            json.WriteString("containerId", task.Id);
            AppSpecification.WriteNone(json, "endpoints");
            json.WriteStartObject("resources");
            AppSpecification.WriteResources(json, task.Request);
            json.WriteEndObject();
            json.WriteString("lastUpdated", since);
            json.WriteString("lastChanged", since);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("specReference", $"/v2/pods{instance.App.Plan.Truth.Key.Id}::versions/{MarathonDocuments.Time(instance.Version)}");
        json.WriteString("lastUpdated", since);
        json.WriteString("lastChanged", since);
        json.WriteEndObject();
    }
}
