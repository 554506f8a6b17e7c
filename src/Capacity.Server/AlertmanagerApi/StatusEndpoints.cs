using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using Capacity.Server.Configuration;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.AlertmanagerApi;

/// <summary><c>status</c>, and the pages of the operator: healthy, ready, reload.</summary>
internal sealed class StatusEndpoints(ServiceConfiguration configuration, TimeProvider time)
{
    /// <summary>The version of Alertmanager whose interface this is; clients choose by it what they ask for.</summary>
    public const string Version = "0.34.0";

    private readonly DateTimeOffset startedAt = time.GetUtcNow();
    private readonly string original = AlertmanagerYaml.Of(configuration.Alerts);

    public static Task OkAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return Task.CompletedTask;
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("OK", context.RequestAborted);
    }

    /// <summary>There is nothing to load again: the configuration is read at the start.</summary>
    public static Task ReloadAsync(HttpContext context) => Answer.Empty(context, StatusCodes.Status200OK);

    /// <summary>The first version of the interface is gone since 0.27.</summary>
    public static Task GoneAsync(HttpContext context) => Answer.JsonAsync(
        context,
        StatusCodes.Status410Gone,
        json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "deprecated");
            json.WriteString("error", "The Alertmanager v1 API was removed in version 0.27.0: use the same path of /api/v2.");
            json.WriteEndObject();
        });

    public Task GetAsync(HttpContext context) => Answer.JsonAsync(context, StatusCodes.Status200OK, Write);

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("cluster");
        json.WriteStartArray("peers");
        json.WriteEndArray();
        json.WriteString("status", "disabled");
        json.WriteEndObject();
        json.WriteStartObject("config");
        json.WriteString("original", original);
        json.WriteEndObject();
        AlertJson.WriteTime(json, "uptime", startedAt);
        json.WriteStartObject("versionInfo");
        json.WriteString("branch", "capacity");
        json.WriteString("buildDate", "");
        json.WriteString("buildUser", "");
        json.WriteString("goVersion", RuntimeInformation.FrameworkDescription);
        json.WriteString("revision", $"capacity-{Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}");
        json.WriteString("version", Version);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
