using System.Net;
using System.Text.Json.Nodes;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Tests.Hosting;

/// <summary>A service whose masters never answered: it knows nothing, and says so in the place of zeros.</summary>
public sealed class UnknownClusterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("capacity-unknown-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Get_MastersNeverAnswered_IsNotReadyAndSaysWhy()
    {
        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(
            ConfigurationLoader.Read($"cluster: {{ masters: ['http://127.0.0.1:9'] }}\nweb: {{ listen: 'http://127.0.0.1:0' }}\nstorage: {{ folder: '{folder}' }}")).Configuration;
        await using var stores = (await Stores.OpenAsync(configuration, TimeProvider.System, Cancellation)).Stores!;
        await using var app = CapacityService.BuildIdle(configuration, stores, TimeProvider.System);
        await app.StartAsync(Cancellation);
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        Assert.Contains("no collection yet", await RefusedAsync(http, "/readyz"), StringComparison.Ordinal);

        await app.Services.GetRequiredService<ClusterWatch>().CollectAsync(Cancellation);

        Assert.StartsWith("not ready: no master leads (127.0.0.1:9: Connection refused)", await RefusedAsync(http, "/readyz"), StringComparison.Ordinal);
        foreach (var path in (string[])["cluster", "zones", "agents", "apps", "maintenance", "apps/series?framework=a&app=/b", "agents/series?host=a", "zones/series?zone=a"])
        {
            var problem = JsonNode.Parse(await RefusedAsync(http, $"/api/v1/{path}"))!;
            Assert.StartsWith("Nothing is known of the cluster yet: no master leads", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        }

        Assert.Equal("ok\n", await http.GetStringAsync(new Uri("/healthz", UriKind.Relative), Cancellation));
        await app.StopAsync(Cancellation);
    }

    private static async Task<string> RefusedAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
