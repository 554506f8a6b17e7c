using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Capacity.Core.Alerting.Paging;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Incidents;
using Capacity.Server.Jobs;
using Capacity.Server.Keeping;
using Capacity.Server.Paging;
using Capacity.Server.Tests.Paging.Receivers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Tests.Paging;

/// <summary>The whole service over loopback, with a web server for a receiver.</summary>
public sealed class PagingServiceTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("capacity-paging-").FullName;
    private readonly NoticeList notices = new();
    private HttpServer? hook;
    private WebApplication? app;
    private Stores? stores;
    private HttpClient? http;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        hook = await HttpServer.StartAsync();
        var yaml = $$"""
            cluster: { name: east, masters: ['http://127.0.0.1:9'] }
            web: { listen: 'http://127.0.0.1:0' }
            storage: { folder: '{{folder}}' }
            paging:
              receivers:
                hook: { type: webhook, url: '{{hook.Url}}/hook', fallback: genie }
                central: { type: alertmanager, url: '{{hook.Url}}/am', resendInterval: 1s }
                genie: { type: webhook, url: '{{hook.Url}}/spare' }
              default: { receivers: [hook, central] }
              heartbeat: { url: '{{hook.Url}}/alive', interval: 1s }
            """;
        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(yaml)).Configuration;
        stores = (await Stores.OpenAsync(configuration, TimeProvider.System, Cancellation)).Stores!;
        app = CapacityService.Build(configuration, stores, TimeProvider.System, services => services.AddJobTools().AddSingleton<INoticeLog>(notices).AddPagers());
        await app.StartAsync(Cancellation);
        http = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        await app!.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await stores!.DisposeAsync();
        await hook!.DisposeAsync();
        http!.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Page_FromTheNoticeToTheEnd_IsToldAcknowledgedAndShown()
    {
        Tell(NoticeKind.Page);
        await UntilAsync(() => Paths("/hook") == 1 && Paths("/am/api/v2/alerts") >= 2);

        var acknowledged = await PostAsync("/api/v1/incidents/i1/acknowledge", new { by = " ann ", text = "on it" });
        var noted = await PostAsync("/api/v1/incidents/i1/notes", new { by = "bob", text = "no power" });
        Tell(NoticeKind.Resolve);
        await UntilAsync(() => Paths("/hook") == 2);
        await UntilAsync(async () => (await GetAsync("/api/v1/incidents/i1/notifications")).GetProperty("notifications").EnumerateArray().All(n => n.GetProperty("state").GetString() == "delivered"));

        Assert.Equal(("ann", 2), (acknowledged.GetProperty("acknowledgedBy").GetString(), noted.GetProperty("notes").GetArrayLength()));
        Assert.Equal(["firing", "resolved"], hook!.Requests.Where(r => r.Path == "/hook").Select(r => r.Json.GetProperty("status").GetString()));
        var shown = await GetAsync("/api/v1/incidents/i1/notifications");
        Assert.Equal(
            ["hook page delivered", "central page delivered", "hook resolve delivered", "central resolve delivered"],
            shown.GetProperty("notifications").EnumerateArray().Select(n => $"{n.GetProperty("receiver").GetString()} {n.GetProperty("action").GetString()} {n.GetProperty("state").GetString()}"));
        Assert.Equal(["acknowledgement ann on it", "comment bob no power"], shown.GetProperty("notes").EnumerateArray().Select(n => $"{n.GetProperty("kind").GetString()} {n.GetProperty("by").GetString()} {n.GetProperty("text").GetString()}"));
        var metrics = await http!.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);
        Assert.Contains("capacity_notifications_total{cluster=\"east\",receiver=\"hook\",action=\"page\",outcome=\"delivered\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("capacity_page_delivery_seconds_count{cluster=\"east\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("capacity_acknowledge_seconds_count{cluster=\"east\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("capacity_receiver_up{cluster=\"east\",receiver=\"hook\"} 1\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receiver_RefusesAndIsTested_SaysWhy()
    {
        hook!.Answer = context => HttpServer.Says(context.Request.Path == "/hook" ? 403 : 200, "no such hook")(context);
        Tell(NoticeKind.Page);
        await UntilAsync(() => Paths("/spare") == 1);

        var receivers = await GetAsync("/api/v1/receivers");
        Assert.Equal(["hook up HTTP 403: no such hook", "central up ", "genie up "], receivers.EnumerateArray().Select(r => $"{r.GetProperty("name").GetString()} {r.GetProperty("state").GetString()} {r.GetProperty("lastError").GetString()}"));
        using var refused = await http!.PostAsync(new Uri("/api/v1/receivers/hook/test", UriKind.Relative), null, Cancellation);
        Assert.Equal(HttpStatusCode.BadGateway, refused.StatusCode);
        Assert.Contains("Receiver hook did not take the test: HTTP 403: no such hook", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var taken = await http.PostAsync(new Uri("/api/v1/receivers/genie/test", UriKind.Relative), null, Cancellation);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(["firing", "firing", "resolved"], hook.Requests.Where(r => r.Path == "/spare").Select(r => r.Json.GetProperty("status").GetString()));
        Assert.Equal(0, Paths("/alive"));
    }

    [Theory]
    [InlineData("/api/v1/incidents/i9/acknowledge", """{"by":"ann"}""", 404, "Nothing was told of an incident 'i9'.")]
    [InlineData("/api/v1/incidents/i9/acknowledge", """{"by":" "}""", 400, "by: say who you are")]
    [InlineData("/api/v1/incidents/i9/notes", """{"by":"ann","text":""}""", 400, "text: say what")]
    [InlineData("/api/v1/receivers/none/test", "{}", 404, "There is no receiver 'none'.")]
    public async Task Post_BadInput_SaysWhat(string path, string body, int status, string reason)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http!.PostAsync(new Uri(path, UriKind.Relative), content, Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(reason, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private void Tell(NoticeKind kind)
    {
        notices.Add(kind, TimeProvider.System.GetUtcNow());
        app!.Services.GetRequiredService<NoticeSignal>().Raise();
    }

    private int Paths(string path) => hook!.Requests.Count(r => r.Path == path);

    private Task<JsonElement> GetAsync(string path) => http!.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), Cancellation);

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await http!.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
        }
    }
}
