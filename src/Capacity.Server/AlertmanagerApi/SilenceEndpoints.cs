using System.Text.Json;
using Capacity.Core.Alerting.Silences;
using Capacity.Server.Alerts;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.AlertmanagerApi;

/// <summary><c>silences</c> and <c>silence/ID</c>.</summary>
internal sealed class SilenceEndpoints(AlertKeeper keeper, TimeProvider time)
{
    /// <summary>The largest body of one silence, which is far more than one may hold.</summary>
    private const int MostBytes = 1 << 20;

    public Task GetAllAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!AlertFilter.TryReadMatchers(query, "filter", out var matchers, out var error))
        {
            return Answer.RefuseAsync(context, Refusal.Because(StatusCodes.Status400BadRequest, error!));
        }

        var now = time.GetUtcNow();
        bool[] wanted = [AlertFilter.IsTrue(query, "pending"), AlertFilter.IsTrue(query, "active"), AlertFilter.IsTrue(query, "expired")];
        var silences = SilenceOrder.Of(keeper.Silences.All.Where(s => wanted[(int)s.StateAt(now)] && s.IsWrittenWith(matchers)), now);
        return Answer.ListAsync(context, silences, (json, silence) => AlertJson.WriteSilence(json, silence, now));
    }

    public async Task PostAsync(HttpContext context)
    {
        var (body, refusal) = await RequestBody.ReadAsync(context, MostBytes);
        if (body is null)
        {
            await Answer.RefuseAsync(context, refusal!);
            return;
        }

        SilenceDraft? draft;
        using (body)
        {
            (draft, refusal) = SilenceBodyReader.Read(body.Bytes.Span);
        }

        if (draft is null)
        {
            await Answer.RefuseAsync(context, refusal!);
            return;
        }

        await DoAsync(
            context,
            () => keeper.SilenceAsync(draft, context.RequestAborted),
            done => Answer.JsonAsync(context, StatusCodes.Status200OK, json => WriteId(json, done.Id)),
            () => Answer.RefuseAsync(context, Refusal.Because(StatusCodes.Status404NotFound, "silence not found")));
    }

    public Task GetAsync(HttpContext context)
    {
        if (Id(context) is not { } id)
        {
            return Answer.RefuseAsync(context, NoId(context));
        }

        return keeper.Silences.Find(id) is { } silence
            ? Answer.JsonAsync(context, StatusCodes.Status200OK, json => AlertJson.WriteSilence(json, silence, time.GetUtcNow()))
            : Answer.Empty(context, StatusCodes.Status404NotFound);
    }

    public Task DeleteAsync(HttpContext context) => Id(context) is not { } id
        ? Answer.RefuseAsync(context, NoId(context))
        : DoAsync(
            context,
            () => keeper.ExpireAsync(id, context.RequestAborted),
            _ => Answer.Empty(context, StatusCodes.Status200OK),
            () => Answer.Empty(context, StatusCodes.Status404NotFound));

    private static async Task DoAsync(HttpContext context, Func<Task<SilenceOutcome>> act, Func<SilenceOutcome.Done, Task> done, Func<Task> unknown)
    {
        try
        {
            await (await act() switch
            {
                SilenceOutcome.Done how => done(how),
                SilenceOutcome.Unknown => unknown(),
                SilenceOutcome.Refused(var reason) => Answer.RefuseAsync(context, Refusal.Because(StatusCodes.Status400BadRequest, reason)),
                var other => throw new InvalidOperationException($"{other} is not handled."),
            });
        }
        catch (IOException e)
        {
            await Answer.RefuseAsync(context, Refusal.Because(StatusCodes.Status500InternalServerError, e.Message));
        }
    }

    private static Guid? Id(HttpContext context)
    {
        var text = Text(context);
        return Guid.TryParseExact(text, "D", out var id) || Guid.TryParseExact(text, "N", out id) ? id : null;
    }

    private static Refusal NoId(HttpContext context) => Refusal.NotOfType("silenceID", "path", "uuid", Text(context));

    private static string Text(HttpContext context) => context.Request.RouteValues["id"] as string ?? "";

    private static void WriteId(Utf8JsonWriter json, Guid id)
    {
        json.WriteStartObject();
        json.WriteString("silenceID", id);
        json.WriteEndObject();
    }
}
