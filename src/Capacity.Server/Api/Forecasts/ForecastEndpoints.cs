using System.ComponentModel;
using System.Text;
using Capacity.Core.Planning.Forecasting.Plans;
using Capacity.Server.Configuration;
using Capacity.Server.Forecasts;
using Capacity.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Api.Forecasts;

/// <summary>Forecasts, and what people plan.</summary>
internal static class ForecastEndpoints
{
    private const int NotYet = StatusCodes.Status503ServiceUnavailable;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/forecast", GetAsync).WithSummary("What will be needed, and when it is full, with and without the stored plan.").Answers<ForecastDocument>(NotYet);
        api.MapPost("/forecast", PostAsync).AddEndpointFilter<SameOrigin>().WithSummary("The same with the plan in the body in place of the stored one; nothing is stored.").Answers<ForecastDocument>(NotYet);
        api.MapGet("/planned", GetPlanAsync).WithSummary("What is planned.").ProducesProblem(NotYet);
        api.MapPost("/planned", AddAsync).AddEndpointFilter<SameOrigin>().WithSummary("Plans an event.").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(NotYet);
        api.MapDelete("/planned/{id:guid}", RemoveAsync).AddEndpointFilter<SameOrigin>().WithSummary("Takes a planned event back.").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(NotYet);
    }

    private static Task<IResult> GetAsync([AsParameters] ForecastQuery query, ForecastKeeper keeper, OutlookMaker outlooks, Stores stores, ServiceConfiguration configuration, CancellationToken cancellationToken) =>
        AnswerAsync(query, async () => [.. (await stores.State.Plans.ReadAsync(cancellationToken)).Select(p => p.Event)], keeper, outlooks, configuration, cancellationToken);

    private static Task<IResult> PostAsync([AsParameters] ForecastQuery query, PlanDocument plan, ForecastKeeper keeper, OutlookMaker outlooks, ServiceConfiguration configuration, CancellationToken cancellationToken) =>
        AnswerAsync(query, () => Task.FromResult(plan.Read()), keeper, outlooks, configuration, cancellationToken);

    private static async Task<IResult> AnswerAsync(
        ForecastQuery query, Func<Task<IReadOnlyList<PlannedEvent>>> plan, ForecastKeeper keeper, OutlookMaker outlooks, ServiceConfiguration configuration, CancellationToken cancellationToken)
    {
        try
        {
            var request = query.Read(configuration.Forecast, await plan());
            var set = await keeper.GetAsync(request.Step, cancellationToken);
            var document = ForecastDocument.Of(set, request, await Task.Run(() => outlooks.Make(set, request, cancellationToken), cancellationToken));
            if (document.Demands.Count == 0 && request.Name is { } name)
            {
                return Bad($"Nothing is known of a {Words.Of(request.Level!.Value)} '{name}' that is asked for: there are {string.Join(", ", set.Entries.Select(e => e.Key.Cut).Where(c => c.Level == request.Level).Distinct().Select(c => c.Name).DefaultIfEmpty("none"))}.");
            }

            if (query.Format != "csv")
            {
                return TypedResults.Ok(document);
            }

            using var text = new StringWriter();
            if (document.Demands is [var one])
            {
                ForecastDocument.Steps.Write(text, ForecastRow.Of(one));
            }
            else
            {
                ForecastDocument.Columns.Write(text, document.Demands);
            }

            return TypedResults.Text(text.ToString(), "text/csv", Encoding.UTF8);
        }
        catch (FormatException e)
        {
            return Bad($"{e.Message}.");
        }
        catch (IOException e)
        {
            return TypedResults.Problem(e.Message, statusCode: NotYet);
        }
    }

    private static async Task<Results<Ok<IReadOnlyList<PlannedEventDocument>>, ProblemHttpResult>> GetPlanAsync(Stores stores, CancellationToken cancellationToken)
    {
        try
        {
            return TypedResults.Ok<IReadOnlyList<PlannedEventDocument>>([.. (await stores.State.Plans.ReadAsync(cancellationToken)).Select(p => PlannedEventDocument.Of(p.Event, p.Id))]);
        }
        catch (IOException e)
        {
            return TypedResults.Problem(e.Message, statusCode: NotYet);
        }
    }

    private static async Task<Results<Created<PlannedEventDocument>, ProblemHttpResult>> AddAsync(PlannedEventDocument planned, PlanBook plans, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await plans.AddAsync(planned.Read(), cancellationToken);
            return TypedResults.Created($"/api/v1/planned/{stored.Id}", PlannedEventDocument.Of(stored.Event, stored.Id));
        }
        catch (FormatException e)
        {
            return Bad($"{e.Message}.");
        }
        catch (IOException e)
        {
            return TypedResults.Problem(e.Message, statusCode: NotYet);
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync([Description("The event's id.")] Guid id, Stores stores, CancellationToken cancellationToken)
    {
        try
        {
            return await stores.State.Plans.RemoveAsync(id, cancellationToken)
                ? TypedResults.NoContent()
                : TypedResults.Problem($"Nothing is planned with the id {id}.", statusCode: StatusCodes.Status404NotFound);
        }
        catch (IOException e)
        {
            return TypedResults.Problem(e.Message, statusCode: NotYet);
        }
    }

    private static ProblemHttpResult Bad(string reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status400BadRequest);
}
