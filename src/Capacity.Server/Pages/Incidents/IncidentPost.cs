using Capacity.Server.Api;
using Capacity.Server.Api.Paging;
using Capacity.Server.Paging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Pages.Incidents;

/// <summary>Takes the form on an incident's page. It has to have the token that the page gave out, so that no other site can send it.</summary>
internal static class IncidentPost
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/incidents/{id}/note", NoteAsync).AddEndpointFilter<SameOrigin>().ExcludeFromDescription();

    private static async Task<IResult> NoteAsync(
        string id, [FromForm] string by, [FromForm] string? text, [FromForm] string act, PagingLedger ledger, CancellationToken cancellationToken)
    {
        var isAcknowledgement = act == "acknowledge";
        var request = new NoteRequest(by.Trim(), text?.Trim());
        if (request.Fault(needsText: !isAcknowledgement) is { } fault)
        {
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            var noted = isAcknowledgement
                ? await ledger.AcknowledgeAsync(id, request.By!, request.Text ?? "", cancellationToken)
                : await ledger.CommentAsync(id, request.By!, request.Text!, cancellationToken);
            return noted is null
                ? TypedResults.Problem($"Nothing was told of an incident '{id}', so there is nothing to take on.", statusCode: StatusCodes.Status404NotFound)
                : new SeeOther(IncidentWords.Address(id));
        }
        catch (IOException e)
        {
            return TypedResults.Problem($"It could not be stored: {e.Message}", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
