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
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cluster", GetCluster).WithSummary("The whole cluster, its leader and what to know before believing the figures.");
        api.MapGet("/zones", GetZones).WithSummary("Each zone.");
        api.MapGet("/agents", GetAgents).WithSummary("The agents, sorted by name; filter by zone and state.");
        api.MapGet("/apps", GetApps).WithSummary("The apps, the most wasteful first; filter by framework, team and part of the id.");
        api.MapGet("/apps/containers", GetContainers).WithSummary("The containers of one app.");
    }

    private static Results<Ok<ClusterResponse>, ProblemHttpResult> GetCluster(ClusterWatch watch, TimeProvider time) => Latest(watch) is not { } scan
        ? NothingYet()
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

    private static IResult GetZones(ClusterWatch watch, string? format) => Latest(watch) is { } scan
        ? Rows.Respond("zones", scan.Zones, scan, format)
        : NothingYet();

    private static IResult GetAgents(ClusterWatch watch, string? zone, string? state, int? skip, int? take, string? format) => Latest(watch) is { } scan
        ? Rows.Respond("agents", scan.Agents.Where(a => Is(zone, a.Zone) && Is(state, a.State)), scan, format, skip, take)
        : NothingYet();

    private static IResult GetApps(ClusterWatch watch, string? framework, string? team, string? id, int? skip, int? take, string? format) => Latest(watch) is { } scan
        ? Rows.Respond(
            "apps",
            scan.Apps.Where(a => Is(framework, a.Framework) && Is(team, a.Team) && (id is null || a.Id.Contains(id, StringComparison.OrdinalIgnoreCase))),
            scan,
            format,
            skip,
            take)
        : NothingYet();

    private static IResult GetContainers(ClusterWatch watch, string framework, string app, string? format) => Latest(watch) is not { } scan
        ? NothingYet()
        : scan.Containers!.Where(c => c.Framework == framework && c.App == app).ToList() is not { Count: > 0 } containers
            ? TypedResults.Problem($"Framework '{framework}' runs no app '{app}'.", statusCode: StatusCodes.Status404NotFound)
            : Rows.Respond("containers", containers, scan, format);

    private static ScanDocument? Latest(ClusterWatch watch) => watch.Latest?.ToDocument(withContainers: true);

    private static bool Is(string? wanted, string? value) => wanted is null || wanted == value;

    private static ProblemHttpResult NothingYet() => TypedResults.Problem(
        "Nothing was collected yet: try again in some seconds.", statusCode: StatusCodes.Status503ServiceUnavailable);
}
