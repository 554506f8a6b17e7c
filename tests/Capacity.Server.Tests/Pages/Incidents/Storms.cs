using Capacity.Server.Incidents;
using Capacity.Server.Tests.AlertmanagerApi;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Tests.Pages.Incidents;

/// <summary>Sends failures and waits until they are decided upon.</summary>
internal static class Storms
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A rack of four machines fails, and pages.</summary>
    /// <returns>The incident's id.</returns>
    public static async Task<string> RackAsync(this AlertService service)
    {
        await service.AlertAsync([.. Machines(ended: false)]);
        await service.PassAsync(TimeSpan.FromSeconds(46));
        var id = await service.IncidentAsync("?state=open&paged=true");
        await UntilAsync(async () => (await service.GetAsync($"/api/v1/incidents/{Uri.EscapeDataString(id)}/notifications")).Status == 200);
        return id;
    }

    /// <summary>The rack comes back, and its incident is over.</summary>
    public static async Task RackBackAsync(this AlertService service)
    {
        await service.AlertAsync([.. Machines(ended: true)]);
        await service.PassAsync(TimeSpan.FromSeconds(601));
        await service.IncidentAsync("?state=resolved");
    }

    /// <summary>Waits for the one incident of a kind.</summary>
    public static async Task<string> IncidentAsync(this AlertService service, string query)
    {
        var id = "";
        await UntilAsync(async () =>
        {
            var found = (await service.GetAsync($"/api/v1/incidents{query}")).List;
            id = found is [var incident] ? Reply.Text(incident, "id") : "";
            return id.Length > 0;
        });
        return id;
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (!await isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>Lets time pass when what was sent before is known.</summary>
    public static async Task PassAsync(this AlertService service, TimeSpan time)
    {
        var inbox = service.Services.GetRequiredService<DeskInbox>();
        while (!inbox.IsEmpty)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation);
        }

        service.Clock.Advance(time);
    }

    private static IEnumerable<string> Machines(bool ended) => Enumerable.Range(0, 4).Select(i => $$"""
        {"labels":{"alertname":"NodeDown","host":"h{{i}}","zone":"a","rack":"r1"},"startsAt":"2026-03-10T12:00:00Z","endsAt":"2026-03-10T{{(ended ? "12:00:01" : "20:00:00")}}Z"}
        """);
}
