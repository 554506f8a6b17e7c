using System.ComponentModel;
using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Server.Api.Scan;
using Capacity.Server.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Api.Live;

/// <summary>What the cluster is like now: the latest report, in parts.</summary>
internal static class LiveEndpoints
{
    private const int NotFound = StatusCodes.Status404NotFound;
    private const int NotYet = StatusCodes.Status503ServiceUnavailable;

    private static readonly string[] States = [.. Enum.GetValues<AgentState>().Select(Words.Of)];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cluster", GetCluster).WithSummary("The whole cluster, its leader and what to know before believing the figures.").ProducesProblem(NotYet);
        api.MapGet("/zones", GetZones).WithSummary("Each zone.").Answers<IReadOnlyList<GroupDocument>>(NotYet);
        api.MapGet("/agents", GetAgents).WithSummary("The agents, sorted by name.").Answers<IReadOnlyList<AgentDocument>>(NotYet);
        api.MapGet("/agents/containers", GetContainersOfAgent).WithSummary("The containers on one agent.").Answers<IReadOnlyList<ContainerDocument>>(NotFound, NotYet);
        api.MapGet("/maintenance", GetMaintenance).WithSummary("The windows of maintenance that are scheduled with the masters, the next to begin first.").ProducesProblem(NotYet);
        api.MapGet("/apps", GetApps).WithSummary("The apps, the most wasteful first.").Answers<IReadOnlyList<AppDocument>>(NotYet);
        api.MapGet("/apps/containers", GetContainersOfApp).WithSummary("The containers of one app.").Answers<IReadOnlyList<ContainerDocument>>(NotFound, NotYet);
    }

    private static Results<Ok<ClusterResponse>, ProblemHttpResult> GetCluster(ClusterWatch watch, TimeProvider time) => Latest(watch) is not { } scan
        ? NothingYet(watch)
        : TypedResults.Ok(new ClusterResponse
        {
            AgeSeconds = (time.GetUtcNow() - scan.To).TotalSeconds,
            Complete = scan.Complete,
            Leader = scan.Leader,
            Masters = scan.Masters,
            Cluster = scan.Cluster,
            LargestTasks = scan.LargestTasks,
            Warnings = scan.Warnings,
        });

    private static Results<Ok<IReadOnlyList<MaintenanceDocument>>, ProblemHttpResult> GetMaintenance(ClusterWatch watch, TimeProvider time) => Known(watch) is not { } report
        ? NothingYet(watch)
        : TypedResults.Ok<IReadOnlyList<MaintenanceDocument>>([.. MaintenanceStanding.Of(report.Picture).Select(s => MaintenanceDocument.Of(s, time.GetUtcNow()))]);

    private static IResult GetZones([AsParameters] PageQuery page, ClusterWatch watch) => Latest(watch) is { } scan
        ? Rows.Respond("zones", scan.Zones, scan, page)
        : NothingYet(watch);

    private static IResult GetAgents(
        [Description("Only those of this zone.")] string? zone,
        [Description("Only those in this state, such as active or unreachable.")] string? state,
        [Description("Only those whose host name has this in it.")] string? host,
        [AsParameters] PageQuery page,
        ClusterWatch watch) =>
        state is not null && !States.Contains(state) ? TypedResults.Problem($"state: '{state}' is none of {string.Join(", ", States)}.", statusCode: StatusCodes.Status400BadRequest)
        : Latest(watch) is not { } scan ? NothingYet(watch)
        : Rows.Respond("agents", scan.Agents.Where(a => Is(zone, a.Zone) && Is(state, a.State) && Has(host, a.Hostname)), scan, page);

    private static IResult GetContainersOfAgent(
        [Description("The host name that the agent announces.")] string host,
        [Description("The port that it announces; 5051 where it is not given.")] int? port,
        [AsParameters] PageQuery page,
        ClusterWatch watch)
    {
        var agent = new AgentName(host, port ?? 5051);
        return Latest(watch) is not { } scan ? NothingYet(watch)
            : !scan.Agents.Any(a => a.Hostname == agent.Hostname && a.Port == agent.Port) ? Missing($"There is no agent {agent}.")
            : Rows.Respond("containers", scan.Containers!.Where(c => c.Agent == agent.ToString()), scan, page);
    }

    private static IResult GetApps(
        [Description("Only those of this framework, by its name.")] string? framework,
        [Description("Only those whose label team, or else owner, is this.")] string? team,
        [Description("Only those whose id has this in it.")] string? id,
        [AsParameters] PageQuery page,
        ClusterWatch watch) => Latest(watch) is { } scan
        ? Rows.Respond("apps", scan.Apps.Where(a => Is(framework, a.Framework) && Is(team, a.Team) && Has(id, a.Id)), scan, page)
        : NothingYet(watch);

    private static IResult GetContainersOfApp(
        [Description("The name of the framework that runs the app.")] string framework,
        [Description("The app's id.")] string app,
        [AsParameters] PageQuery page,
        ClusterWatch watch) => Latest(watch) is not { } scan
        ? NothingYet(watch)
        : scan.Containers!.Where(c => c.Framework == framework && c.App == app).ToList() is not { Count: > 0 } containers
            ? Missing($"Framework '{framework}' runs no app '{app}'.")
            : Rows.Respond("containers", containers, scan, page);

    /// <summary>Gets the latest report, unless there is nothing in it: an empty cluster would be a lie then.</summary>
    private static ScanReport? Known(ClusterWatch watch) => watch.Unknown is null ? watch.Latest : null;

    private static ScanDocument? Latest(ClusterWatch watch) => Known(watch)?.ToDocument(withContainers: true);

    private static bool Is(string? wanted, string? value) => wanted is null || wanted == value;

    private static bool Has(string? part, string value) => part is null || value.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static ProblemHttpResult Missing(string detail) => TypedResults.Problem(detail, statusCode: NotFound);

    private static ProblemHttpResult NothingYet(ClusterWatch watch) =>
        TypedResults.Problem($"Nothing is known of the cluster yet: {watch.Unknown ?? "no collection yet"}.", statusCode: NotYet);
}
