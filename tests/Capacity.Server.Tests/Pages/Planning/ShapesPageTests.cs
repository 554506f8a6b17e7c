using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Capacity.Server.Tests.Pages.Planning;

public sealed class ShapesPageTests : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private WatchedCluster? cluster;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        cluster = await WatchedCluster.StartAsync(agents: 10, collections: 1, TimeSpan.FromMinutes(3), Cancellation);
        http.BaseAddress = cluster.Address;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await cluster!.DisposeAsync();
    }

    [Fact]
    public async Task Get_Page_SaysTheSameAsTheDocument()
    {
        var page = WebUtility.HtmlDecode(await PageAsync("/shapes"));
        var advice = await http.GetFromJsonAsync<JsonElement>("/api/v1/plan/shapes", Cancellation);

        Assert.NotEmpty(advice.GetProperty("replacements").EnumerateArray());
        Assert.All(advice.GetProperty("shapes").EnumerateArray(), s => Assert.Contains(s.GetProperty("shape").GetString()!, page, StringComparison.Ordinal));
        Assert.All(advice.GetProperty("replacements").EnumerateArray(), r => Assert.Contains($"{r.GetProperty("agents").GetInt32()} × {r.GetProperty("from").GetString()}", page, StringComparison.Ordinal));
        Assert.All(advice.GetProperty("changes").EnumerateArray(), c => Assert.Contains(c.GetProperty("subject").GetString()!, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_ReplacementAsScenario_SaysTheSameAsWhatIf()
    {
        var replacement = (await http.GetFromJsonAsync<JsonElement>("/api/v1/plan/shapes", Cancellation)).GetProperty("replacements")[0];

        var answer = await http.GetFromJsonAsync<JsonElement>($"/api/v1/whatif?scenario={Uri.EscapeDataString(replacement.GetProperty("scenario").GetString()!)}", Cancellation);

        Assert.Equal(replacement.GetProperty("unplacedInstances").GetInt32(), answer.GetProperty("unplacedInstances").GetInt32());
        Assert.Equal(replacement.GetProperty("strandedAfter").GetProperty("memoryBytes").GetInt64(), answer.GetProperty("after").GetProperty("stranded").GetProperty("memoryBytes").GetInt64());
    }

    [Theory]
    [InlineData("/shapes?shapes=large", "'large' is no machine shape")]
    [InlineData("/shapes?machines=none", "machines: 'none' is no whole number")]
    public async Task Get_WrongInput_SaysSoOnThePage(string path, string expected) =>
        Assert.Contains(expected, WebUtility.HtmlDecode(await PageAsync(path)), StringComparison.Ordinal);

    private Task<string> PageAsync(string path) => http.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);
}
