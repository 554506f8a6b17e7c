using System.Text.Json;
using Capacity.Core.Units;
using Capacity.Simulator.Model;
using Capacity.Simulator.Workload;

namespace Capacity.Simulator.Wire;

/// <summary>Writes what an app is told to be, which Marathon repeats in several places.</summary>
internal static class AppSpecification
{
    public static void Write(Utf8JsonWriter json, AppState app)
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
