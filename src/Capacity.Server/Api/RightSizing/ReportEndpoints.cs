using System.ComponentModel;
using System.Text;
using Capacity.Server.Configuration;
using Capacity.Server.RightSizing;
using Capacity.Server.RightSizing.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Api.RightSizing;

/// <summary>What teams are told once a week, at any time.</summary>
internal static class ReportEndpoints
{
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/reports/teams/{team}", GetTeam)
        .WithSummary("A team's report, the worst first, with the money.")
        .Produces<TeamReport>(StatusCodes.Status200OK, "application/json", "text/plain", "text/html")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static IResult GetTeam(
        [Description("The team.")] string team,
        [Description("json (the usual one), text or html.")] string? format,
        AdviceKeeper keeper,
        ServiceConfiguration configuration,
        TimeProvider time)
    {
        if (keeper.Latest is not { } set)
        {
            return TypedResults.Problem("Nothing is computed yet.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        if (TeamReport.Of(set, team, configuration.ClusterName, configuration.RightSizing.Currency, time.GetUtcNow()) is not { } report)
        {
            return TypedResults.Problem($"Team '{team}' owns no app.", statusCode: StatusCodes.Status404NotFound);
        }

        return format switch
        {
            null or "json" => TypedResults.Ok(report),
            "text" => TypedResults.Text(TeamReportText.Text(report), "text/plain", Encoding.UTF8),
            "html" => TypedResults.Text(TeamReportText.Html(report), "text/html", Encoding.UTF8),
            _ => TypedResults.Problem($"format: '{format}' is none of json, text, html.", statusCode: StatusCodes.Status400BadRequest),
        };
    }
}
