using System.Text;
using Capacity.Server.Alerts;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Server.Tests.AlertmanagerApi;

/// <summary>The whole service on loopback, with no cluster to watch: only alerts come.</summary>
internal sealed class AlertService : IAsyncDisposable
{
    private HttpClient http = null!;
    private readonly string folder = Directory.CreateTempSubdirectory("capacity-alerts-").FullName;
    private readonly string options;
    private readonly TimeProvider time;
    private WebApplication? app;
    private Stores? stores;

    private AlertService(string options, TimeProvider time) => (this.options, this.time) = (options, time);

    /// <summary>The time at which tests begin.</summary>
    public static DateTimeOffset Noon { get; } = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public Uri Address => http.BaseAddress!;

    public IServiceProvider Services => app!.Services;

    public AlertKeeper Keeper => app!.Services.GetRequiredService<AlertKeeper>();

    public ServiceHealth Health => app!.Services.GetRequiredService<ServiceHealth>();

    /// <summary>Gets the clock, where tests move it.</summary>
    public FakeTimeProvider Clock => (FakeTimeProvider)time;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the service.</summary>
    /// <param name="options">The section <c>alerts</c> of its configuration.</param>
    /// <param name="time">The clock; <see langword="null"/> for one that stands at <see cref="Noon"/> until it is moved.</param>
    public static async Task<AlertService> StartAsync(string options = "{}", TimeProvider? time = null)
    {
        var service = new AlertService(options, time ?? new FakeTimeProvider(Noon));
        await service.OpenAsync();
        return service;
    }

    /// <summary>Ends the service and starts it again over the same folder, some time later.</summary>
    public async Task RestartAsync(TimeSpan later = default)
    {
        await CloseAsync();
        Clock.Advance(later);
        await OpenAsync();
    }

    public async Task<Reply> SendAsync(string method, string path, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative)) { Content = body };
        using var response = await http.SendAsync(request, Cancellation);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync(Cancellation));
    }

    public Task<Reply> GetAsync(string path) => SendAsync("GET", path);

    public Task<Reply> PostAsync(string path, string json, string contentType = "application/json") =>
        SendAsync("POST", path, new StringContent(json, Encoding.UTF8, new System.Net.Http.Headers.MediaTypeHeaderValue(contentType)));

    /// <summary>Posts alerts, written as they stand in the list.</summary>
    public Task<Reply> AlertAsync(params string[] alerts) => PostAsync("/api/v2/alerts", $"[{string.Join(',', alerts)}]");

    /// <summary>Lists the names of alerts that are found.</summary>
    public async Task<string> NamesAsync(string query = "") =>
        string.Join(' ', (await GetAsync($"/api/v2/alerts{query}")).List.Select(a => Reply.Text(a, "labels.alertname")).Order(StringComparer.Ordinal));

    /// <summary>Posts a silence of an hour from now.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> SilenceAsync(string matchers, double startMinutes = 0, double endMinutes = 60)
    {
        var reply = await PostAsync("/api/v2/silences", Silence(matchers, startMinutes, endMinutes));
        Assert.Equal(200, reply.Status);
        return Reply.Text(reply.Json, "silenceID");
    }

    public string Silence(string matchers, double startMinutes, double endMinutes) => $$"""
        { "matchers": [{{matchers}}], "startsAt": "{{time.GetUtcNow().AddMinutes(startMinutes):O}}", "endsAt": "{{time.GetUtcNow().AddMinutes(endMinutes):O}}", "createdBy": "me", "comment": "why" }
        """;

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task OpenAsync()
    {
        var yaml = $"cluster: {{ masters: ['http://127.0.0.1:9'] }}\nweb: {{ listen: 'http://127.0.0.1:0' }}\nstorage: {{ folder: '{folder}' }}\nalerts: {options}\nchecks: {{ warmUp: 3000d }}\n";
        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(yaml)).Configuration;
        stores = (await Stores.OpenAsync(configuration, time, Cancellation)).Stores!;
        app = CapacityService.Build(configuration, stores, time);
        await app.StartAsync(Cancellation);
        http = new() { BaseAddress = new(app.Urls.Single()) };
    }

    private async Task CloseAsync()
    {
        await app!.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await stores!.DisposeAsync();
        http.Dispose();
    }
}
