using System.ComponentModel;
using System.Text;
using Capacity.Server.Api.Live;
using Capacity.Server.Incidents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Api.Incidents;

/// <summary>What is broken, what proves it, and what was held back.</summary>
internal static class IncidentEndpoints
{
    private const int MostHeld = 1000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/incidents", GetAllAsync).WithSummary("Incidents, the latest first.").Answers<IReadOnlyList<IncidentDocument>>();
        api.MapGet("/incidents/held", GetHeldAsync).WithSummary("What fires and is in no page: why, until when, and how many.").ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/incidents/{id}", GetOneAsync).WithSummary("One incident: its timeline, what proves it, its alerts and why they are part of it.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> GetAllAsync(
        [AsParameters] IncidentListQuery query, [AsParameters] PageQuery page, IncidentReader reader, TimeProvider time, CancellationToken cancellationToken)
    {
        if ((query.Fault ?? page.Fault) is { } fault)
        {
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        var (records, count) = await reader.ListAsync(query.Of(page, time.GetUtcNow()), cancellationToken);
        List<IncidentDocument> rows = [.. records.Select(IncidentDocument.Of)];
        if (page.Format != "csv")
        {
            return new Counted(TypedResults.Ok(rows), count);
        }

        using var text = new StringWriter();
        IncidentTable.Columns.Write(text, rows);
        return new Counted(TypedResults.Text(text.ToString(), "text/csv", Encoding.UTF8), count);
    }

    private static async Task<Results<Ok<HeldDocument>, ProblemHttpResult>> GetHeldAsync(
        [Description("How many alerts to list, 0 to 1,000; 100 where it is not given. The groups count all of them.")] int? take,
        IncidentReader reader,
        CancellationToken cancellationToken) => take is < 0 or > MostHeld
        ? TypedResults.Problem($"take: from 0 to {MostHeld}.", statusCode: StatusCodes.Status400BadRequest)
        : TypedResults.Ok(HeldDocument.Of(await reader.HeldAsync(take ?? 100, cancellationToken)));

    private static async Task<Results<Ok<IncidentDetailDocument>, ProblemHttpResult>> GetOneAsync(
        [Description("The incident's id.")] string id, IncidentReader reader, CancellationToken cancellationToken) => await reader.FindAsync(id, cancellationToken) is { } reading
        ? TypedResults.Ok(IncidentDetailDocument.Of(reading))
        : TypedResults.Problem($"There is no incident '{id}'.", statusCode: StatusCodes.Status404NotFound);
}
