using System.ComponentModel;
using System.Text;
using Capacity.Core.Planning.WhatIfs;
using Capacity.Server.Packing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Api.Packing;

/// <summary>How well the cluster is packed, what still fits, and what would happen.</summary>
internal static class PackingEndpoints
{
    private const int NotYet = StatusCodes.Status503ServiceUnavailable;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/packing", GetReport).WithSummary("How well the cluster is packed and what it would survive: the latest report.").Answers<PackingDocument>(NotYet);
        api.MapGet("/fit", GetFit).WithSummary("Whether new instances fit now, where, and if not, why.").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(NotYet);
        api.MapGet("/whatif", GetWhatIfAsync).WithSummary("What a loss, new agents, growth or the right-sizing would come to.").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(NotYet);
    }

    private static IResult GetReport(
        [Description("json (the usual one) or csv.")] string? format,
        [Description("The table to write as CSV: groups (the usual one), agents, shapes, rooms, losses or risks.")] string? table,
        PackingKeeper keeper)
    {
        if (format is not (null or "json" or "csv") || (table is not null && !PackingTables.Names.Contains(table)))
        {
            return Bad($"format is json or csv, table one of {string.Join(", ", PackingTables.Names)}.");
        }

        if (keeper.Latest is not { } report)
        {
            return NothingYet();
        }

        if (format != "csv")
        {
            return TypedResults.Ok(report.ToDocument());
        }

        using var text = new StringWriter();
        PackingTables.Write(table ?? "groups", report.ToDocument(), text);
        return TypedResults.Text(text.ToString(), "text/csv", Encoding.UTF8);
    }

    private static Results<Ok<FitDocument>, ProblemHttpResult> GetFit([AsParameters] FitQuery query, PackingKeeper keeper, CancellationToken cancellationToken)
    {
        try
        {
            return keeper.Fit(query.Read(), cancellationToken) is var (answer, at) ? TypedResults.Ok(FitDocument.Of(answer, at)) : NothingYet();
        }
        catch (FormatException e)
        {
            return Bad(e.Message);
        }
    }

    private static async Task<Results<Ok<WhatIfDocument>, ProblemHttpResult>> GetWhatIfAsync(
        [Description(ScenarioText.Expected)] string scenario,
        [AsParameters] RecoveryQuery recovery,
        PackingKeeper keeper,
        CancellationToken cancellationToken)
    {
        try
        {
            var assumptions = recovery.Read();
            var asked = ScenarioText.Parse(scenario.Split(' ', StringSplitOptions.RemoveEmptyEntries), keeper.Advice);
            return await keeper.AskAsync(asked, assumptions, cancellationToken) is var (answer, at) ? TypedResults.Ok(WhatIfDocument.Of(answer, assumptions, at)) : NothingYet();
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return Bad(e.Message);
        }
    }

    private static ProblemHttpResult Bad(string reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status400BadRequest);

    private static ProblemHttpResult NothingYet() => TypedResults.Problem("Nothing is known yet: the first report comes about a minute after the first collection.", statusCode: NotYet);
}
