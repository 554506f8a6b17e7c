using System.Globalization;
using System.Text;
using Capacity.Server.Alerts;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Capacity.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Cli.Tests.Serving;

/// <summary>A service on a free port of loopback to which alerts are sent; it has no cluster to watch.</summary>
internal sealed class AlertedService : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("capacity-alerted-").FullName;
    private readonly TimeProvider time;
    private Stores? stores;
    private WebApplication? service;

    private AlertedService(TimeProvider time) => this.time = time;

    public string Url => service!.Urls.Single();

    public AlertKeeper Keeper => service!.Services.GetRequiredService<AlertKeeper>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the service and sends it alerts.</summary>
    /// <param name="labels">The labels of each alert, such as <c>alertname=A,zone=a</c>.</param>
    public static Task<AlertedService> StartAsync(params string[] labels) => StartWithAsync("{}", labels);

    /// <summary>Starts a service with a clock of its own.</summary>
    public static Task<AlertedService> StartAtAsync(DateTimeOffset now) => StartAsync(new(new SteppedTimeProvider(now)), "{}", []);

    /// <summary>Starts the service and sends it alerts.</summary>
    /// <param name="options">The section <c>alerts</c> of its configuration.</param>
    /// <param name="labels">The labels of each alert.</param>
    public static Task<AlertedService> StartWithAsync(string options, params string[] labels) => StartAsync(new(TimeProvider.System), options, labels);

    private static async Task<AlertedService> StartAsync(AlertedService alerted, string options, string[] labels)
    {
        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(
            $"cluster: {{ masters: ['http://127.0.0.1:9'] }}\nweb: {{ listen: 'http://127.0.0.1:0' }}\nstorage: {{ folder: '{alerted.folder}' }}\nalerts: {options}\n")).Configuration;
        alerted.stores = (await Stores.OpenAsync(configuration, alerted.time, Cancellation)).Stores!;
        alerted.service = CapacityService.Build(configuration, alerted.stores, alerted.time);
        await alerted.service.StartAsync(Cancellation);
        await alerted.SendAsync(labels);
        return alerted;
    }

    public async ValueTask DisposeAsync()
    {
        await service!.StopAsync(CancellationToken.None);
        await service.DisposeAsync();
        await stores!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task SendAsync(string[] labels)
    {
        using var http = new HttpClient { BaseAddress = new(Url) };
        var alerts = labels.Select(l => $"{{\"labels\":{{{string.Join(',', l.Split(',').Select(p => string.Format(CultureInfo.InvariantCulture, "\"{0}\":\"{1}\"", p.Split('=')[0], p.Split('=')[1])))}}}}}");
        using var body = new StringContent($"[{string.Join(',', alerts)}]", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/api/v2/alerts", UriKind.Relative), body, Cancellation);
        answer.EnsureSuccessStatusCode();
    }
}
