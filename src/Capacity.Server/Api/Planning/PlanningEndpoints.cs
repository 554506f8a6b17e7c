using System.ComponentModel;
using System.Text;
using Capacity.Core.Planning.Shapes;
using Capacity.Server.Live;
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
    private const int MostMachines = 1000;
    private const int UsualMachines = 20;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/plan/defrag", GetDefragAsync).WithSummary("Which containers to move where, in order, each step possible.").Answers<DefragDocument>(NotYet);
        api.MapGet("/plan/shapes", GetShapes).WithSummary("Which new machines would strand least, and for whom room is short.").Answers<ShapesDocument>(NotYet);
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

    private static IResult GetShapes(
        [Description("A machine shape to compare, such as 16c64g; it may be given several times. Without it, those of today and some of other ratios.")] string[]? shape,
        [Description("How many machines of each are added, 1 to 1,000; 20 where it is not given.")] int? machines,
        [Description("json (the usual one), or csv for the shapes.")] string? format,
        ClusterWatch watch,
        CancellationToken cancellationToken)
    {
        try
        {
            if (format is not (null or "json" or "csv") || machines is < 1 or > MostMachines)
            {
                return Bad($"format is json or csv, machines from 1 to {MostMachines}.");
            }

            if (watch.Latest is not { } report)
            {
                return NothingYet();
            }

            var document = ShapesDocument.Of(ShapeAdvisor.Advise(report.Picture, [.. (shape ?? []).Select(MachineShape.Parse)], machines ?? UsualMachines, 1, cancellationToken));
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
