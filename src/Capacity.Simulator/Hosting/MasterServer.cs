using Capacity.Core.Cluster;
using Capacity.Simulator.Model;
using Capacity.Simulator.Synthetic.Json;
using Capacity.Simulator.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Capacity.Simulator.Hosting;

/// <summary>Answers as one master. What belongs to itself it answers itself; for the rest it sends clients to whom it takes for the leader.</summary>
internal sealed class MasterServer(LiveWorld live, int index) : IServer
{
    private const string Prefix = "/master";

    public bool IsUp() => live.Read(w => w.Masters.Nodes[index].IsUp);

    public async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (path.StartsWith(Prefix + "/", StringComparison.Ordinal))
        {
            path = path[Prefix.Length..];
        }

        var (isUp, isSelf, leader) = live.Read(w =>
            (w.Masters.Nodes[index].IsUp, w.Masters.Detected?.Index == index, w.Masters.Detected?.Address));
        if (!isUp)
        {
            context.Abort();
            return;
        }

        switch (path)
        {
            case "/metrics/snapshot":
                var figures = live.Read(w => MasterFigures.Of(w, w.Masters.Nodes[index]));
                await context.JsonAsync(json => MetricsDocument.Write(json, figures));
                break;
            case "/health":
                break;
            case "/version":
                await context.JsonAsync(MasterDocuments.WriteVersion);
                break;
            case "/redirect" or "/slaves" or "/maintenance/status" or "/maintenance/schedule" or "/api/v1":
                if (leader is not { } target)
                {
                    await context.TextAsync(StatusCodes.Status503ServiceUnavailable, "No leader elected");
                }
                else if (!isSelf || path == "/redirect")
                {
                    Redirect(context, target, path);
                }
                else
                {
                    await LeadAsync(context, path);
                }

                break;
            default:
                await context.NotFoundAsync();
                break;
        }
    }

    /// <summary>To an address without a scheme, below the name of the master's process.</summary>
    private static void Redirect(HttpContext context, HostPort leader, string path)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var query = target.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? target[at..] : string.Empty;
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = path == "/redirect" ? $"//{leader}" : $"//{leader}{Prefix}{path}{query}";
        context.Response.ContentLength = 0;
    }

    private async Task LeadAsync(HttpContext context, string path)
    {
        switch (path)
        {
            case "/slaves":
                var (registered, recovered) = live.Read(w => (
                    w.Masters.IsReady ? Of(w, Standing.Registered, Standing.Disconnected) : [],
                    w.Masters.IsReady ? Of(w, Standing.Recovered, Standing.Recovered) : []));
                await context.JsonAsync(json => MasterDocuments.WriteSlaves(json, registered, recovered));
                break;
            case "/maintenance/status":
                await context.JsonAsync(live.Read(w => Answers.Write(json => MasterDocuments.WriteMaintenanceStatus(json, w.Windows))));
                break;
            case "/maintenance/schedule":
                await context.JsonAsync(live.Read(w => Answers.Write(json => MasterDocuments.WriteMaintenanceSchedule(json, w.Windows))));
                break;
            default:
                await CallAsync(context);
                break;
        }
    }

    private static List<Synthetic.SyntheticAgent> Of(World world, Standing one, Standing other) =>
        [.. world.Fleet.Agents.Where(a => a.Standing == one || a.Standing == other).Select(a => a.View)];

    private async Task CallAsync(HttpContext context)
    {
        if (await context.CallAsync() is not { } type)
        {
            return;
        }

        if (!live.Read(w => w.Masters.IsReady))
        {
            await context.TextAsync(StatusCodes.Status503ServiceUnavailable, "Master has not finished recovery");
        }
        else if (type == "GET_MASTER")
        {
            await context.JsonAsync(
                live.Read(w => Answers.Write(json => MasterDocuments.WriteGetMaster(json, w.Masters.Nodes[index], w.Masters.ElectedAt))));
        }
        else
        {
            await context.TextAsync(StatusCodes.Status501NotImplemented, $"The simulated master does not know {type}");
        }
    }
}
