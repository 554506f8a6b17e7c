using System.ComponentModel;
using System.Text;
using Capacity.Core.Cluster;
using Capacity.Core.TimeSeries;
using Capacity.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Api.Series;

/// <summary>How it was: series from the store. A bucket that nobody looked at has nulls, never zeros.</summary>
internal static class SeriesEndpoints
{
    private const int NotFound = StatusCodes.Status404NotFound;
    private const int NotYet = StatusCodes.Status503ServiceUnavailable;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cluster/series", GetClusterAsync).WithSummary("The whole cluster over time.").Answers<IReadOnlyList<GroupBucket>>();
        api.MapGet("/zones/series", GetZonesAsync).WithSummary("Each zone over time, or one of them.").Answers<IReadOnlyList<ZoneSeriesDocument>>(NotFound, NotYet);
        api.MapGet("/agents/series", GetAgentAsync).WithSummary("One agent over time, with its state.").Answers<IReadOnlyList<AgentBucket>>(NotFound, NotYet);
        api.MapGet("/apps/series", GetAppAsync).WithSummary("What an app used over time, all instances together.").Answers<IReadOnlyList<UsageBucket>>(NotFound, NotYet);
        api.MapGet("/apps/instances", GetInstancesAsync).WithSummary("What each instance of an app used over time.").Answers<IReadOnlyList<InstanceSeries>>(NotFound, NotYet);
    }

    private static Task<IResult> GetClusterAsync(
        [AsParameters] SeriesQuery query, Stores stores, TimeProvider time, CancellationToken cancellationToken) =>
        AnswerAsync(
            query,
            time,
            async range => (await stores.Samples.ReadGroupsAsync(range, cancellationToken)).FirstOrDefault(g => g.Group is GroupKey.Cluster) ?? Unseen(range),
            _ => Known,
            g => g.Buckets,
            SeriesTables.Of);

    private static Task<IResult> GetZonesAsync(
        [Description("The zone; all where it is not given.")] string? zone,
        [AsParameters] SeriesQuery query,
        SeriesSubjects subjects,
        Stores stores,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        AnswerAsync<IReadOnlyList<ZoneSeriesDocument>>(
            query,
            time,
            async range => ToZones(await stores.Samples.ReadGroupsAsync(range, cancellationToken), zone),
            zones => zones.Count > 0 || zone is null ? Known : subjects.MissingAsync(zone, cancellationToken),
            z => z,
            SeriesTables.Of);

    private static Task<IResult> GetAgentAsync(
        [Description("The host name that the agent announces.")] string host,
        [Description("The port that it announces; 5051 where it is not given.")] int? port,
        [AsParameters] SeriesQuery query,
        SeriesSubjects subjects,
        Stores stores,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        AnswerAsync(
            query,
            time,
            range => stores.Samples.ReadAgentAsync(new AgentName(host, port ?? 5051), range, cancellationToken),
            a => a.Buckets.Any(b => b.Looks > 0) ? Known : subjects.MissingAsync(a.Agent, cancellationToken),
            a => a.Buckets,
            SeriesTables.Of);

    private static Task<IResult> GetAppAsync(
        [Description("The name of the framework that runs the app.")] string framework,
        [Description("The app's id.")] string app,
        [AsParameters] SeriesQuery query,
        SeriesSubjects subjects,
        Stores stores,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        AnswerAsync(
            query,
            time,
            range => stores.Samples.ReadAppAsync(new AppKey(framework, app), range, cancellationToken),
            a => a.Buckets.Any(SeriesSubjects.IsSeen) ? Known : subjects.MissingAsync(a.App, cancellationToken),
            a => a.Buckets,
            SeriesTables.Of);

    private static Task<IResult> GetInstancesAsync(
        [Description("The name of the framework that runs the app.")] string framework,
        [Description("The app's id.")] string app,
        [Description("So many instances with the highest CPU and as many with the highest memory in any hour (of today, in any five minutes), 1 or more; all where it is not given.")] int? most,
        [AsParameters] SeriesQuery query,
        SeriesSubjects subjects,
        Stores stores,
        TimeProvider time,
        CancellationToken cancellationToken) => most < 1
            ? Task.FromResult<IResult>(TypedResults.Problem($"most must be 1 or more, and is {most}.", statusCode: StatusCodes.Status400BadRequest))
            : AnswerAsync(
                query,
                time,
                range => stores.Samples.ReadInstancesAsync(new AppKey(framework, app), range, most, cancellationToken),
                instances => instances.Count > 0 ? Known : subjects.MissingAsync(new AppKey(framework, app), cancellationToken),
                i => i,
                SeriesTables.Of);

    private static Task<ProblemHttpResult?> Known => Task.FromResult<ProblemHttpResult?>(null);

    private static async Task<IResult> AnswerAsync<T>(
        SeriesQuery query, TimeProvider time, Func<SeriesRange, Task<T>> read, Func<T, Task<ProblemHttpResult?>> missing, Func<T, object> json, Func<T, string> csv)
    {
        switch (query.Read(time.GetUtcNow()))
        {
            case ({ } range, _):
                var series = await read(range);
                return await missing(series) is { } problem ? problem : query.Format == "csv" ? TypedResults.Text(csv(series), "text/csv", Encoding.UTF8) : Results.Json(json(series));

            case (_, var fault):
                return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The cluster in a range in which nobody looked at it.</summary>
    private static GroupSeries Unseen(SeriesRange range)
    {
        var unknown = new LevelFigures(null, null, null, null, null, null);
        return new(
            new GroupKey.Cluster(),
            [.. Enumerable.Range(0, range.Count).Select(i => new GroupBucket { Start = range.StartOf(i), CpuCores = unknown, MemoryBytes = unknown })]);
    }

    private static List<ZoneSeriesDocument> ToZones(IEnumerable<GroupSeries> groups, string? wanted) =>
    [
        .. groups.Select(g => g.Group is GroupKey.Zone(var name) && (wanted is null || name == wanted) ? new ZoneSeriesDocument { Zone = name, Buckets = g.Buckets } : null).OfType<ZoneSeriesDocument>(),
    ];
}
