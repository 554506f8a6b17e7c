using System.ComponentModel;
using Capacity.Server.Reviewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Api.Reviewing;

/// <summary>What a week was like for those on call.</summary>
internal static class ReviewEndpoints
{
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/review", GetAsync)
        .WithSummary("Pages by shift and at night, the noisiest alerts, how long it took, and who was woken for nothing.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<ReviewDocument>, ProblemHttpResult>> GetAsync(
        [Description("From this time on (2026-03-09T00:00:00Z), or so long before now (7d, the usual).")] string? from,
        [Description("Up to this time, or so long before now; now where it is not given.")] string? to,
        ReviewReader reader,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (range, fault) = ReviewRange.Read(from, to, time.GetUtcNow());
        if (range is null)
        {
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            return TypedResults.Ok(ReviewDocument.Of(await reader.ReadAsync(range.From, range.End, cancellationToken)));
        }
        catch (IOException e)
        {
            return TypedResults.Problem(e.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
