using Capacity.Server.Alerts;
using Capacity.Server.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.ObjectPool;

namespace Capacity.Server.AlertmanagerApi;

/// <summary><c>alerts</c>, <c>alerts/groups</c> and <c>receivers</c>.</summary>
internal sealed class AlertEndpoints(AlertKeeper keeper, ServiceConfiguration configuration, AlertmanagerMetrics metrics)
{
    private readonly AlertSettings settings = configuration.Alerts;
    private readonly DefaultObjectPool<AlertsBodyReader> readers = new(new AlertsBodyReaders(keeper, configuration.Alerts));

    public async Task PostAsync(HttpContext context)
    {
        var (body, refusal) = await RequestBody.ReadAsync(context, settings.MaxBodyBytes);
        if (body is null)
        {
            await Answer.RefuseAsync(context, refusal!);
            return;
        }

        var reader = readers.Get();
        try
        {
            PostedAlerts? posted;
            using (body)
            {
                (posted, refusal) = reader.Read(body.Bytes.Span);
            }

            await (posted is null ? Answer.RefuseAsync(context, refusal!) : AnswerAsync(context, posted));
        }
        finally
        {
            readers.Return(reader);
        }
    }

    public Task GetAsync(HttpContext context) => FilteredAsync(
        context,
        filter => Answer.ListAsync(context, keeper.List().Where(filter.Wants), (json, alert) => AlertJson.WriteAlert(json, alert, settings.Receiver)));

    public Task GetGroupsAsync(HttpContext context) => FilteredAsync(
        context,
        filter => Answer.ListAsync(
            context,
            AlertGroup.Of(keeper.List().Where(filter.Wants), settings.GroupBy).Where(g => filter.Muted || g.Alerts.Any(a => a.SilencedBy.Count == 0)),
            (json, group) => AlertJson.WriteGroup(json, group, settings.Receiver)));

    public Task GetReceiversAsync(HttpContext context) => FilteredAsync(
        context,
        filter => Answer.ListAsync(context, filter.OfReceiver ? [settings.Receiver] : Array.Empty<string>(), AlertJson.WriteReceiver));

    private Task FilteredAsync(HttpContext context, Func<AlertFilter, Task> answer)
    {
        var (filter, error) = AlertFilter.Read(context.Request.Query, settings.Receiver);
        return filter is null ? Answer.RefuseAsync(context, Refusal.Because(StatusCodes.Status400BadRequest, error!)) : answer(filter);
    }

    private async Task AnswerAsync(HttpContext context, PostedAlerts posted)
    {
        metrics.Received(posted);
        try
        {
            var sender = context.Connection.RemoteIpAddress?.ToString() ?? "";
            var refused = await keeper.TakeAsync(posted.Valid, sender);
            metrics.Limited(refused);
            var faults = refused == 0 ? posted.Faults : [.. posted.Faults, $"{refused} new alerts are not taken: there are too many of {sender}, or in all (alerts.maxAlertsPerSender, alerts.maxAlerts)"];
            await (faults.Count == 0
                ? Answer.Empty(context, StatusCodes.Status200OK)
                : Answer.RefuseAsync(context, Refusal.Because(refused > 0 ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest, string.Join('\n', faults))));
        }
        catch (IOException e)
        {
            await Answer.RefuseAsync(context, Refusal.Because(StatusCodes.Status500InternalServerError, e.Message));
        }
    }
}
