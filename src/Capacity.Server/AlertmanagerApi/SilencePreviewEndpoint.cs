using System.ComponentModel;
using Capacity.Core.Alerting.Silences;
using Capacity.Server.Alerts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>What a silence would keep quiet: asked before it is made. Alertmanager has no such question; it is in this service's own interface.</summary>
internal static class SilencePreviewEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/silences/preview", Get)
        .WithTags("Alerts")
        .WithSummary("What a silence with these matchers would keep quiet now.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static Results<Ok<SilencePreviewDocument>, ProblemHttpResult> Get(
        [Description("A matcher such as zone=\"a\"; repeat it for more.")] string[] matcher, AlertKeeper keeper, HttpContext context)
    {
        if (!AlertFilter.TryReadMatchers(context.Request.Query, nameof(matcher), out var matchers, out var error))
        {
            return TypedResults.Problem(error, statusCode: StatusCodes.Status400BadRequest);
        }

        return matchers.Count == 0
            ? TypedResults.Problem("matcher: say what to match, such as matcher=zone=\"a\".", statusCode: StatusCodes.Status400BadRequest)
            : TypedResults.Ok(SilencePreviewDocument.Of(SilencePreview.Of(matchers, keeper.List())));
    }
}
