using System.ComponentModel;
using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Configuration;
using Capacity.Server.Paging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Api.Paging;

/// <summary>What people do about incidents, what was told to whom, and how receivers are.</summary>
internal static class PagingEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        const int Bad = StatusCodes.Status400BadRequest, Foreign = StatusCodes.Status403Forbidden, NotFound = StatusCodes.Status404NotFound, Unstored = StatusCodes.Status503ServiceUnavailable;
        api.MapPost("/incidents/{id}/acknowledge", (
                [Description("The incident's id.")] string id, NoteRequest request, PagingLedger ledger, CancellationToken cancellationToken) => NoteAsync(id, request, needsText: false, ledger, ledger.AcknowledgeAsync, cancellationToken))
            .AddEndpointFilter<SameOrigin>()
            .WithSummary("Takes an incident on: nobody else is paged for it.")
            .ProducesProblem(Bad).ProducesProblem(Foreign).ProducesProblem(NotFound).ProducesProblem(Unstored);
        api.MapPost("/incidents/{id}/notes", (
                [Description("The incident's id.")] string id, NoteRequest request, PagingLedger ledger, CancellationToken cancellationToken) => NoteAsync(id, request, needsText: true, ledger, ledger.CommentAsync, cancellationToken))
            .AddEndpointFilter<SameOrigin>()
            .WithSummary("Notes what somebody says of an incident.")
            .ProducesProblem(Bad).ProducesProblem(Foreign).ProducesProblem(NotFound).ProducesProblem(Unstored);
        api.MapGet("/incidents/{id}/notifications", GetNotificationsAsync)
            .WithSummary("What was told of an incident to whom, what became of it, and what people said.")
            .ProducesProblem(NotFound).ProducesProblem(Unstored);
        api.MapGet("/receivers", (PagingLedger ledger, ServiceConfiguration configuration) => TypedResults.Ok(ledger.Receivers().Select(r => ReceiverDocument.Of(r, configuration.Paging)).ToList()))
            .WithSummary("The receivers, and how they are.");
        api.MapPost("/receivers/{name}/test", TestAsync)
            .AddEndpointFilter<SameOrigin>()
            .WithSummary("Sends a ticket and its end to a receiver, to see whether they arrive.")
            .ProducesProblem(Foreign).ProducesProblem(NotFound).ProducesProblem(StatusCodes.Status502BadGateway);
    }

    private static async Task<Results<Ok<PagingDocument>, ProblemHttpResult>> NoteAsync(
        string id, NoteRequest request, bool needsText, PagingLedger ledger, Func<string, string, string, CancellationToken, Task<PagedIncident?>> note, CancellationToken cancellationToken)
    {
        if (request.Fault(needsText) is { } fault)
        {
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            return await note(id, request.By!.Trim(), request.Text?.Trim() ?? "", cancellationToken) is null ? Missing(id) : await DocumentAsync(id, ledger, cancellationToken);
        }
        catch (IOException e)
        {
            return Unread(e);
        }
    }

    private static async Task<Results<Ok<PagingDocument>, ProblemHttpResult>> GetNotificationsAsync([Description("The incident's id.")] string id, PagingLedger ledger, CancellationToken cancellationToken)
    {
        try
        {
            return await DocumentAsync(id, ledger, cancellationToken);
        }
        catch (IOException e)
        {
            return Unread(e);
        }
    }

    private static async Task<Results<Ok<PagingDocument>, ProblemHttpResult>> DocumentAsync(string id, PagingLedger ledger, CancellationToken cancellationToken) =>
        await ledger.ReadAsync(id, cancellationToken) is { } record ? TypedResults.Ok(PagingDocument.Of(record)) : Missing(id);

    private static async Task<Results<Ok<ReceiverTestDocument>, ProblemHttpResult>> TestAsync([Description("The receiver's name.")] string name, ReceiverTest test, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("n");
        return await test.SendAsync(name, id, cancellationToken) switch
        {
            null => TypedResults.Problem($"There is no receiver '{name}'.", statusCode: StatusCodes.Status404NotFound),
            SendOutcome.Failed(var reason) => NotTaken(name, reason),
            SendOutcome.Refused(var reason) => NotTaken(name, reason),
            _ => TypedResults.Ok(new ReceiverTestDocument(name, $"test-{id}")),
        };
    }

    private static ProblemHttpResult NotTaken(string name, string reason) => TypedResults.Problem($"Receiver {name} did not take the test: {reason}", statusCode: StatusCodes.Status502BadGateway);

    private static ProblemHttpResult Missing(string id) => TypedResults.Problem($"Nothing was told of an incident '{id}'.", statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult Unread(IOException e) => TypedResults.Problem(e.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
}
