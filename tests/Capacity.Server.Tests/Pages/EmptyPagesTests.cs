using System.Net;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Microsoft.AspNetCore.Builder;

namespace Capacity.Server.Tests.Pages;

/// <summary>What pages say where there is nothing to show: no master answers.</summary>
public sealed class EmptyPagesTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("capacity-empty-").FullName;
    private readonly HttpClient http = new();
    private Stores? stores;
    private WebApplication? service;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var loaded = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(
            $"cluster: {{ masters: ['http://127.0.0.1:1'] }}\nweb: {{ listen: 'http://127.0.0.1:0' }}\nstorage: {{ folder: '{folder}' }}"));
        stores = (await Stores.OpenAsync(loaded.Configuration, TimeProvider.System, Cancellation)).Stores!;
        service = CapacityService.Build(loaded.Configuration, stores, TimeProvider.System);
        await service.StartAsync(Cancellation);
        http.BaseAddress = new(service.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await service!.StopAsync(CancellationToken.None);
        await service.DisposeAsync();
        await stores!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("/agent?host=nowhere", "Nothing is known of this agent")]
    [InlineData("/agent?host=nowhere&port=none", "Nothing is known of this agent")]
    [InlineData("/agent", "Nothing is known of this agent")]
    [InlineData("/app?framework=marathon&id=/nowhere", "Nothing is known of this app")]
    [InlineData("/app", "Nothing is known of this app")]
    [InlineData("/incidents/000001-nothing", "There is no incident")]
    public async Task Get_UnknownThing_IsNotFoundAndSaysSo(string path, string expected)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Contains("</html>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/v1/incidents/000001-nothing", "There is no incident '000001-nothing'.")]
    [InlineData("GET", "/api/v1/incidents/000001-app%20%2Fshop%2fweb", "There is no incident '000001-app /shop/web'.")]
    [InlineData("GET", "/api/v1/changes/update-1", "There is no change 'update-1'.")]
    [InlineData("POST", "/api/v1/changes/update-1/end", "There is no change 'update-1'.")]
    public async Task Ask_ForAnUnknownThing_IsAProblem(string method, string path, string expected)
    {
        using var request = new HttpRequestMessage(new(method), path);
        using var answer = await http.SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/agnets", "text/html", "There is no such page")]
    [InlineData("/deep/er/still", "text/html", "There is no such page")]
    [InlineData("/api/v1/agnets", "application/problem+json", "Not Found")]
    [InlineData("/assets/none.css", null, "")]
    public async Task Get_NothingThere_IsNotFound(string path, string? type, string expected)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal((HttpStatusCode.NotFound, type ?? answer.Content.Headers.ContentType?.MediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/agents")]
    [InlineData("/apps")]
    public async Task Get_Page_BeforeAnythingIsKnown_SaysWhatToExpect(string path) => Assert.Contains(
        "Nothing is known of the cluster yet", await http.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation), StringComparison.Ordinal);

    [Fact]
    public async Task Get_Series_WithoutHistory_IsAllGaps()
    {
        var csv = await http.GetStringAsync(new Uri("/api/v1/cluster/series?to=2026-01-01T00:00:00Z&step=1h&format=csv", UriKind.Relative), Cancellation);

        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(7, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.EndsWith(",0,,,,,,,,,,,,,,,,,,", line, StringComparison.Ordinal));
    }
}
