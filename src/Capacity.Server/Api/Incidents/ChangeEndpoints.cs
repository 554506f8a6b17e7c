using System.ComponentModel;
using Capacity.Core.Alerting.Subjects;
using Capacity.Server.Incidents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Api.Incidents;

/// <summary>Changes of machines, announced by those who make them.</summary>
internal static class ChangeEndpoints
{
    private static readonly TimeSpan UsualSince = TimeSpan.FromDays(7);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/changes", GetAsync).WithSummary("The changes that are not over, and those that ended in the last week.");
        api.MapGet("/changes/{id}", GetOneAsync).WithSummary("One change, also one that is long over.").ProducesProblem(StatusCodes.Status404NotFound);
        Write(api.MapPost("/changes", StartAsync)).WithSummary("Announces a change of machines.");
        Write(api.MapPost("/changes/{id}/targets/{host}/begin", BeginAsync)).WithSummary("The change takes a machine: what fires on it waits until its time is over.");
        Write(api.MapPost("/changes/{id}/targets/{host}/end", EndTargetAsync)).WithSummary("The change has given a machine back.");
        Write(api.MapPost("/changes/{id}/end", EndAsync)).WithSummary("The change is over.");
    }

    private static RouteHandlerBuilder Write(RouteHandlerBuilder endpoint) => endpoint
        .AddEndpointFilter<SameOrigin>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Ok<IReadOnlyList<ChangeDocument>>> GetAsync(ChangeKeeper keeper, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok<IReadOnlyList<ChangeDocument>>([.. (await keeper.ListAsync(time.GetUtcNow() - UsualSince, cancellationToken)).Select(ChangeDocument.Of)]);

    private static async Task<Results<Ok<ChangeDocument>, ProblemHttpResult>> GetOneAsync([Description("The change.")] string id, ChangeKeeper keeper, CancellationToken cancellationToken) =>
        (await keeper.ListAsync(DateTimeOffset.MinValue, cancellationToken)).FirstOrDefault(c => c.Id == id) is { } change
            ? TypedResults.Ok(ChangeDocument.Of(change))
            : TypedResults.Problem($"There is no change '{id}'.", statusCode: StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<ChangeDocument>, ProblemHttpResult>> StartAsync(ChangeRequest request, ChangeKeeper keeper, IncidentDesk desk, CancellationToken cancellationToken)
    {
        if (request.Fault is { } fault)
        {
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        var topology = new Topology(desk.Machines);
        return Respond(
            await keeper.StartAsync(request.ToChange(), cancellationToken),
            c => c with { UnknownTargets = topology.Machines == 0 ? [] : [.. c.Targets.Select(t => t.Host).Where(h => topology.Find(h) is null)] });
    }

    private static async Task<Results<Ok<ChangeDocument>, ProblemHttpResult>> BeginAsync(
        [Description("The change.")] string id, [Description("The machine.")] string host, ChangeKeeper keeper, CancellationToken cancellationToken) =>
        Respond(await keeper.BeginAsync(id, host, cancellationToken), c => c);

    private static async Task<Results<Ok<ChangeDocument>, ProblemHttpResult>> EndTargetAsync(
        [Description("The change.")] string id,
        [Description("The machine.")] string host,
        [Description("Whether it went well; true where it is not given. After a failure the machine has the rest of its time.")] bool? succeeded,
        ChangeKeeper keeper,
        CancellationToken cancellationToken) =>
        Respond(await keeper.EndAsync(id, host, succeeded ?? true, cancellationToken), c => c);

    private static async Task<Results<Ok<ChangeDocument>, ProblemHttpResult>> EndAsync([Description("The change.")] string id, ChangeKeeper keeper, CancellationToken cancellationToken) =>
        Respond(await keeper.EndAsync(id, cancellationToken), c => c);

    private static Results<Ok<ChangeDocument>, ProblemHttpResult> Respond(ChangeOutcome outcome, Func<ChangeDocument, ChangeDocument> complete) => outcome switch
    {
        ChangeOutcome.Done(var change) => TypedResults.Ok(complete(ChangeDocument.Of(change))),
        ChangeOutcome.Unknown(var reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status404NotFound),
        ChangeOutcome.Refused(var reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status409Conflict),
        _ => throw new InvalidOperationException($"{outcome} is not handled."),
    };
}
