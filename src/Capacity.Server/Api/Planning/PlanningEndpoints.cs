using System.ComponentModel;
using System.Text;
using Capacity.Server.Planning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Api.Planning;

/// <summary>Plans for the cluster.</summary>
internal static class PlanningEndpoints
{
    private const int NotYet = StatusCodes.Status503ServiceUnavailable;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/plan/defrag", GetDefragAsync).WithSummary("Which containers to move where, in order, each step possible.").Answers<DefragDocument>(NotYet);
        api.MapGet("/plan/shapes", GetShapesAsync).WithSummary("Which new machines would strand least, for whom room is short, and what replacing machines or changing reservations and constraints would free.").Answers<ShapesDocument>(NotYet);
    }

    private static async Task<IResult> GetDefragAsync(
        [AsParameters] DefragQuery query,
        [Description("json (the usual one), or csv for the steps.")] string? format,
        PlanKeeper keeper,
        CancellationToken cancellationToken)
    {
        try
        {
            if (format is not (null or "json" or "csv"))
            {
                return Bad($"format: '{format}' is neither json nor csv.");
            }

            if (await keeper.PlanAsync(query.Read(), query.After, cancellationToken) is not { } plan)
            {
                return NothingYet();
            }

            var document = DefragDocument.Of(plan);
            if (format != "csv")
            {
                return TypedResults.Ok(document);
            }

            using var text = new StringWriter();
            DefragTable.Columns.Write(text, document.Steps);
            return TypedResults.Text(text.ToString(), "text/csv", Encoding.UTF8);
        }
        catch (FormatException e)
        {
            return Bad(e.Message);
        }
    }

    private static async Task<IResult> GetShapesAsync(
        [AsParameters] ShapesQuery query,
        [Description("json (the usual one), or csv for the shapes.")] string? format,
        ShapeKeeper keeper,
        CancellationToken cancellationToken)
    {
        try
        {
            if (format is not (null or "json" or "csv"))
            {
                return Bad($"format: '{format}' is neither json nor csv.");
            }

            var (shapes, machines) = query.Read();
            if (await keeper.AdviseAsync(shapes, machines, cancellationToken) is not { } advice)
            {
                return NothingYet();
            }

            var document = ShapesDocument.Of(advice);
            if (format != "csv")
            {
                return TypedResults.Ok(document);
            }

            using var text = new StringWriter();
            ShapesDocument.Columns.Write(text, document.Shapes);
            return TypedResults.Text(text.ToString(), "text/csv", Encoding.UTF8);
        }
        catch (FormatException e)
        {
            return Bad(e.Message);
        }
    }

    private static ProblemHttpResult NothingYet() => TypedResults.Problem("Nothing was collected yet: try again in some seconds.", statusCode: NotYet);

    private static ProblemHttpResult Bad(string reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status400BadRequest);
}
