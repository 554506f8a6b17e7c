using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Tracking;
using Capacity.Server.Api;
using Capacity.Server.Api.RightSizing;
using Capacity.Server.Pages.Parts;
using Capacity.Server.RightSizing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Pages.RightSizing;

/// <summary>Takes the form on an app's page. It has to have the token that the page gave out, so that no other site can send it.</summary>
internal static class DecisionPost
{
    private static readonly TimeSpan Snooze = TimeSpan.FromDays(30);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/rightsizing/decide", DecideAsync).AddEndpointFilter<SameOrigin>().ExcludeFromDescription();

    private static async Task<IResult> DecideAsync(
        [FromForm] string framework, [FromForm] string app, [FromForm] string decision, [FromForm] string reason, AdviceKeeper keeper, TimeProvider time, CancellationToken cancellationToken)
    {
        var key = new AppKey(framework, app);
        if (!Enum.TryParse<DecisionKind>(decision, ignoreCase: true, out var kind) || !Enum.IsDefined(kind) || string.IsNullOrWhiteSpace(reason) || reason.Length > DecisionRequest.LongestReason)
        {
            return TypedResults.Problem("Say why: the reason is missing or too long.", statusCode: StatusCodes.Status400BadRequest);
        }

        return await keeper.DecideAsync(key, kind, reason.Trim(), time.GetUtcNow() + Snooze, cancellationToken) is null
            ? TypedResults.Problem($"Nothing is advised for an app '{app}'.", statusCode: StatusCodes.Status404NotFound)
            : new SeeOther($"{Links.To(key)}#advice");
    }
}
