using System.ComponentModel;
using System.Text;
using Capacity.Core.Cluster;
using Capacity.Core.Packing.History;
using Capacity.Server.Api.Series;
using Capacity.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Api.Packing;

/// <summary>How the packing was: the headline figures of reports, a point every five minutes.</summary>
internal static class PackingSeriesEndpoints
{
    private static readonly PackingLevel[] Levels = [PackingLevel.Cluster, PackingLevel.Zone, PackingLevel.Role];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/packing/series", GetGroupsAsync).WithSummary("The headline figures of packing over time: a point every five minutes.").Answers<IReadOnlyList<PackingPointDocument>>();
        api.MapGet("/agents/{id}/packing", GetAgentAsync).WithSummary("How one agent was packed over time: a point every five minutes.").Answers<IReadOnlyList<PackingPointDocument>>(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);
    }

    private static Task<IResult> GetGroupsAsync(
        [Description("cluster (the usual one), zone or role.")] string? level,
        [AsParameters] PackingSeriesQuery query,
        Stores stores,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var wanted = Array.Find(Levels, l => Words.Of(l) == (level ?? Words.Of(Levels[0])));
        return level is not null && Words.Of(wanted) != level
            ? Task.FromResult<IResult>(Bad($"level is one of {string.Join(", ", Levels.Select(Words.Of))}; one agent is at /api/v1/agents/{{id}}/packing."))
            : AnswerAsync(query, time, (start, end) => stores.State.Packing.ReadAsync(wanted, start, end, cancellationToken), () => Task.FromResult<ProblemHttpResult?>(null));
    }

    private static Task<IResult> GetAgentAsync(
        [Description("The host name that the agent announces, with its port where that is not 5051: host1 or host1:5052.")] string id,
        [AsParameters] PackingSeriesQuery query,
        SeriesSubjects subjects,
        Stores stores,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        AnswerAsync(
            query,
            time,
            (start, end) => stores.Samples.ReadPackingAsync(AgentName.Parse(id), start, end, cancellationToken),
            () => subjects.MissingAsync(AgentName.Parse(id), cancellationToken));

    private static async Task<IResult> AnswerAsync(
        PackingSeriesQuery query, TimeProvider time, Func<DateTimeOffset, DateTimeOffset, Task<IReadOnlyList<PackingPoint>>> read, Func<Task<ProblemHttpResult?>> missing)
    {
        if (query.Read(time.GetUtcNow()) is not var (start, end))
        {
            return Bad("from is before to, and format is json or csv.");
        }

        var points = (await read(start, end)).Select(PackingPointDocument.Of).ToList();
        if (points.Count == 0 && await missing() is { } problem)
        {
            return problem;
        }

        if (query.Format != "csv")
        {
            return TypedResults.Ok(points);
        }

        using var text = new StringWriter();
        PackingPointDocument.Columns.Write(text, points);
        return TypedResults.Text(text.ToString(), "text/csv", Encoding.UTF8);
    }

    private static ProblemHttpResult Bad(string reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status400BadRequest);
}
