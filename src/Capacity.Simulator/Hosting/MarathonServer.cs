using System.Text.Json;
using Capacity.Simulator.Model;
using Capacity.Simulator.Wire;
using Microsoft.AspNetCore.Http;

namespace Capacity.Simulator.Hosting;

/// <summary>Answers as one server of a Marathon. A standby passes everything on to the leader and says so.</summary>
internal sealed class MarathonServer(LiveWorld live, int marathon, int server) : IServer
{
    public bool IsUp() => live.Read(w => w.Marathons[marathon].Down != server);

    public async Task AnswerAsync(HttpContext context)
    {
        var (isDown, leader, self) = live.Read(w =>
        {
            var state = w.Marathons[marathon];
            return (state.Down == server, state.Leader is { } index ? state.Servers[index] : default, state.Servers[server]);
        });
        if (isDown)
        {
            context.Abort();
            return;
        }

        if (leader == default)
        {
            await context.TextAsync(StatusCodes.Status502BadGateway, "Could not determine the current leader");
            return;
        }

        context.Response.Headers["X-Marathon-Leader"] = $"http://{leader}";
        if (leader != self)
        {
            context.Response.Headers["X-Marathon-Via"] = $"1.1 {self}";
        }

        await LeadAsync(context);
    }

    private async Task LeadAsync(HttpContext context)
    {
        var embed = context.Request.Query["embed"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        Action<Utf8JsonWriter, World, MarathonState>? write = context.Request.Path.Value?.TrimEnd('/') switch
        {
            "/v2/info" => MarathonDocuments.WriteInfo,
            "/v2/leader" => MarathonDocuments.WriteLeader,
            "/v2/apps" => (json, _, state) => MarathonAppsDocument.WriteApps(json, state, embed),
            "/v2/groups" => (json, _, state) => MarathonAppsDocument.WriteGroups(json, state),
            "/v2/tasks" => (json, _, state) => MarathonTasksDocument.WriteTasks(json, state),
            "/v2/queue" => MarathonDocuments.WriteQueue,
            "/v2/deployments" => MarathonDocuments.WriteDeployments,
            "/v2/pods/::status" => (json, _, state) => MarathonTasksDocument.WritePods(json, state),
            _ => null,
        };
        if (context.Request.Path == "/ping")
        {
            await context.TextAsync(StatusCodes.Status200OK, "pong");
        }
        else if (write is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.BytesAsync("""{"message":"HTTP 404 Not Found"}"""u8.ToArray(), Answers.Json);
        }
        else
        {
            await context.JsonAsync(live.Read(w => Answers.Write(json => write(json, w, w.Marathons[marathon]))));
        }
    }
}
