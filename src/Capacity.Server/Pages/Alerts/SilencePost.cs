using Capacity.Core.Alerting.Matchers;
using Capacity.Core.Alerting.Silences;
using Capacity.Core.Units;
using Capacity.Server.Alerts;
using Capacity.Server.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Capacity.Server.Pages.Alerts;

/// <summary>Takes the forms about silences. They have to have the token that the page gave out, so that no other site can send them.</summary>
internal static class SilencePost
{
    private static readonly TimeSpan Extension = TimeSpan.FromHours(1);

    /// <summary>How long a silence may be made to hold on the page.</summary>
    public static IReadOnlyList<(string Word, string Name)> Durations { get; } =
    [
        ("30m", "30 minutes"), ("1h", "1 hour"), ("2h", "2 hours"), ("4h", "4 hours"), ("8h", "8 hours"), ("12h", "12 hours"), ("1d", "1 day"), ("3d", "3 days"), ("7d", "1 week"),
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/silences", AddAsync).AddEndpointFilter<SameOrigin>().ExcludeFromDescription();
        app.MapPost("/silences/change", ChangeAsync).AddEndpointFilter<SameOrigin>().ExcludeFromDescription();
    }

    private static Task<IResult> AddAsync(
        [FromForm] string matchers, [FromForm] string duration, [FromForm] string author, [FromForm] string comment, AlertKeeper keeper, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!AlertNameText.TryParseAll(matchers, out var wanted, out var fault) || wanted.Count == 0)
        {
            return Refuse(fault ?? "Say what to silence.");
        }

        if (DurationText.TryParse(duration) is not { Ticks: > 0 } length || string.IsNullOrWhiteSpace(author) || string.IsNullOrWhiteSpace(comment))
        {
            return Refuse("Say for how long, who you are and why.");
        }

        return ActAsync(() => keeper.SilenceAsync(new(null, wanted, null, time.GetUtcNow() + length, author.Trim(), comment.Trim()), cancellationToken));
    }

    private static Task<IResult> ChangeAsync([FromForm] Guid id, [FromForm] string change, AlertKeeper keeper, CancellationToken cancellationToken) =>
        (change, keeper.Silences.Find(id)) switch
        {
            ("expire", _) => ActAsync(() => keeper.ExpireAsync(id, cancellationToken)),
            ("extend", { } silence) => ActAsync(() => keeper.SilenceAsync(
                new(id, silence.Matchers, silence.StartsAt, silence.EndsAt + Extension, silence.CreatedBy, silence.Comment) { Annotations = silence.Annotations }, cancellationToken)),
            _ => Refuse("There is no such silence, or no such change."),
        };

    private static async Task<IResult> ActAsync(Func<Task<SilenceOutcome>> act)
    {
        try
        {
            return await act() switch
            {
                SilenceOutcome.Done(var id, _) => new SeeOther($"/silences#s-{id}"),
                SilenceOutcome.Refused(var reason) => await Refuse(reason),
                _ => TypedResults.Problem("There is no such silence.", statusCode: StatusCodes.Status404NotFound),
            };
        }
        catch (IOException e)
        {
            return TypedResults.Problem($"It could not be stored, and does not hold: {e.Message}", statusCode: StatusCodes.Status500InternalServerError);
        }
    }

    private static Task<IResult> Refuse(string reason) => Task.FromResult<IResult>(TypedResults.Problem(reason, statusCode: StatusCodes.Status400BadRequest));
}
