using Capacity.Server.Api;
using Capacity.Server.Api.Incidents;
using Capacity.Server.Incidents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Pages.Changes;

/// <summary>Takes the forms about announced changes. They have to have the token that the page gave out, so that no other site can send them.</summary>
internal static class ChangePost
{
    private static readonly char[] Between = [',', ';', ' ', '\t', '\r', '\n'];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/changes", StartAsync).AddEndpointFilter<SameOrigin>().ExcludeFromDescription();
        app.MapPost("/changes/step", StepAsync).AddEndpointFilter<SameOrigin>().ExcludeFromDescription();
    }

    private static Task<IResult> StartAsync(
        [FromForm] string id, [FromForm] string? kind, [FromForm] string targets, [FromForm] string? expected, [FromForm] string author, [FromForm] string comment, ChangeKeeper keeper, CancellationToken cancellationToken)
    {
        var request = new ChangeRequest
        {
            Id = id.Trim(),
            Kind = kind?.Trim(),
            Targets = targets.Split(Between, StringSplitOptions.RemoveEmptyEntries),
            Expected = string.IsNullOrWhiteSpace(expected) ? null : expected.Trim(),
            Author = author.Trim(),
            Comment = comment.Trim(),
        };
        return request.Fault is { } fault ? Task.FromResult<IResult>(Refuse(fault, StatusCodes.Status400BadRequest)) : ActAsync(() => keeper.StartAsync(request.ToChange(), cancellationToken));
    }

    private static Task<IResult> StepAsync([FromForm] string id, [FromForm] string? host, [FromForm] string step, ChangeKeeper keeper, CancellationToken cancellationToken) => (step, host) switch
    {
        ("begin", { } target) => ActAsync(() => keeper.BeginAsync(id, target, cancellationToken)),
        ("done", { } target) => ActAsync(() => keeper.EndAsync(id, target, succeeded: true, cancellationToken)),
        ("failed", { } target) => ActAsync(() => keeper.EndAsync(id, target, succeeded: false, cancellationToken)),
        ("end", _) => ActAsync(() => keeper.EndAsync(id, cancellationToken)),
        _ => Task.FromResult<IResult>(Refuse("There is no such step of a change.", StatusCodes.Status400BadRequest)),
    };

    private static async Task<IResult> ActAsync(Func<Task<ChangeOutcome>> act)
    {
        try
        {
            return await act() switch
            {
                ChangeOutcome.Unknown(var reason) => Refuse(reason, StatusCodes.Status404NotFound),
                ChangeOutcome.Refused(var reason) => Refuse(reason, StatusCodes.Status409Conflict),
                _ => new SeeOther("/changes"),
            };
        }
        catch (IOException e)
        {
            return Refuse($"It could not be stored: {e.Message}", StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static ProblemHttpResult Refuse(string reason, int status) => TypedResults.Problem(reason, statusCode: status);
}
