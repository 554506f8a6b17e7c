using System.ComponentModel;
using System.Globalization;
using System.Text;
using Capacity.Core.RightSizing.Tracking;
using Capacity.Core.Units;
using Capacity.Server.Api.Live;
using Capacity.Server.RightSizing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Api.RightSizing;

/// <summary>Advice on sizes and counts, and what owners say to it.</summary>
internal static class RecommendationEndpoints
{
    private static readonly TimeSpan UsualSnooze = TimeSpan.FromDays(30);

    public static void Map(IEndpointRouteBuilder api)
    {
        const int NotFound = StatusCodes.Status404NotFound, NotYet = StatusCodes.Status503ServiceUnavailable;
        api.MapGet("/recommendations", GetAll).WithSummary("What each app should have, the worst first.").Answers<IReadOnlyList<RecommendationDocument>>(NotYet);
        api.MapGet("/recommendations/app", GetOneAsync).WithSummary("What one app should have, what that stands on, and what happened after its last change.").ProducesProblem(NotFound).ProducesProblem(NotYet);
        api.MapGet("/teams", GetTeams).WithSummary("The sums of each team, the largest saving first.").Produces<IReadOnlyList<TeamDocument>>().ProducesProblem(NotYet);
        Map(api, "accept", DecisionKind.Accepted, "Says that it will be done.");
        Map(api, "snooze", DecisionKind.Snoozed, "Says that it is not to be shown for a while.");
        Map(api, "reject", DecisionKind.Rejected, "Says that it will not be done.");
    }

    private static void Map(IEndpointRouteBuilder api, string word, DecisionKind kind, string summary) => api
        .MapPost($"/recommendations/{word}", (
            [Description("The name of the framework that runs the app.")] string framework,
            [Description("The app's id.")] string app,
            DecisionRequest request,
            AdviceKeeper keeper,
            TimeProvider time,
            CancellationToken cancellationToken) => DecideAsync(kind, new(framework, app), request, keeper, time, cancellationToken))
        .AddEndpointFilter<SameOrigin>()
        .WithSummary(summary)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static IResult GetAll([AsParameters] RecommendationQuery query, [AsParameters] PageQuery page, AdviceKeeper keeper, TimeProvider time)
    {
        if ((query.Fault ?? page.Fault) is { } fault)
        {
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        if (keeper.Latest is not { } set)
        {
            return NothingYet();
        }

        List<AdvisedApp> all = [.. query.Of(set.Apps, time.GetUtcNow())];
        List<RecommendationDocument> rows = [.. page.Of(all).Select(a => RecommendationDocument.Of(a, set.At))];
        if (page.Format != "csv")
        {
            return new Counted(TypedResults.Ok(rows), all.Count);
        }

        using var text = new StringWriter();
        RecommendationTable.Columns.Write(text, rows);
        return new Counted(TypedResults.Text(text.ToString(), "text/csv", Encoding.UTF8), all.Count);
    }

    private static async Task<Results<Ok<RecommendationDocument>, ProblemHttpResult>> GetOneAsync(
        [Description("The name of the framework that runs the app; it may be left out where only one runs an app of this id.")] string? framework,
        [Description("The app's id.")] string app,
        AdviceKeeper keeper,
        CancellationToken cancellationToken) => keeper.Latest is not { } set
        ? NothingYet()
        : set.FindAll(app, framework) switch
        {
            [var one] => TypedResults.Ok(RecommendationDocument.Of(one, set.At) with { Outcome = OutcomeDocument.Of(await keeper.ReadOutcomeAsync(one.Advice, cancellationToken)) }),
            [] => Missing(app),
            var several => TypedResults.Problem($"Several frameworks run an app '{app}': say which, {string.Join(", ", several.Select(a => a.Advice.App.Key.Framework))}.", statusCode: StatusCodes.Status404NotFound),
        };

    private static Results<Ok<IReadOnlyList<TeamDocument>>, ProblemHttpResult> GetTeams(AdviceKeeper keeper, TimeProvider time, HttpResponse response)
    {
        if (keeper.Latest is not { } set)
        {
            return NothingYet();
        }

        response.Headers["Capacity-Machines-Freed"] = set.MachinesFreed?.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Ok(TeamDocument.Of(set, time.GetUtcNow()));
    }

    private static async Task<Results<Ok<RecommendationDocument>, ProblemHttpResult>> DecideAsync(
        DecisionKind kind, Core.Cluster.AppKey app, DecisionRequest request, AdviceKeeper keeper, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > DecisionRequest.LongestReason)
        {
            return TypedResults.Problem($"reason: say why, in 1 to {DecisionRequest.LongestReason} characters.", statusCode: StatusCodes.Status400BadRequest);
        }

        var until = request.Until;
        if (request.For is not null)
        {
            if (until is not null || kind != DecisionKind.Snoozed || DurationText.TryParse(request.For) is not { Ticks: > 0 } length)
            {
                return TypedResults.Problem($"for: a length of time such as 3d, up to {DurationText.Longest}; for snooze only, and not beside until.", statusCode: StatusCodes.Status400BadRequest);
            }

            until = now + length;
        }
        else if (until is { } end && (kind != DecisionKind.Snoozed || end <= now))
        {
            return TypedResults.Problem("until: a time to come, and for snooze only.", statusCode: StatusCodes.Status400BadRequest);
        }

        var decided = await keeper.DecideAsync(app, kind, request.Reason.Trim(), until ?? now + UsualSnooze, cancellationToken);
        return decided is null ? Missing(app.Id) : TypedResults.Ok(RecommendationDocument.Of(decided, keeper.Latest!.At));
    }

    private static ProblemHttpResult Missing(string app) => TypedResults.Problem($"Nothing is advised for an app '{app}'.", statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult NothingYet() =>
        TypedResults.Problem("Nothing is computed yet: the first advice comes about a minute after the first collection.", statusCode: StatusCodes.Status503ServiceUnavailable);
}
