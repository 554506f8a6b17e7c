using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Capacity.Server.Tests.Pages.Planning;

public sealed class DefragPageTests : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private WatchedCluster? cluster;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        cluster = await WatchedCluster.StartAsync(agents: 6, collections: 1, TimeSpan.FromMinutes(3), Cancellation);
        http.BaseAddress = cluster.Address;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await cluster!.DisposeAsync();
    }

    [Fact]
    public async Task Get_Plan_IsTheSameOnThePageAndAsJsonAndAsCsv()
    {
        const string Query = "?goal=stranding&maxMoves=3";
        var page = await http.GetStringAsync(new Uri($"/defrag{Query}", UriKind.Relative), Cancellation);
        var plan = await http.GetFromJsonAsync<JsonElement>($"/api/v1/plan/defrag{Query}", Cancellation);
        var csv = await http.GetStringAsync(new Uri($"/api/v1/plan/defrag{Query}&format=csv", UriKind.Relative), Cancellation);

        var steps = plan.GetProperty("steps").EnumerateArray().ToList();
        Assert.InRange(steps.Count, 1, 3);
        Assert.All(steps, s => Assert.Contains(s.GetProperty("task").GetString()!, page, StringComparison.Ordinal));
        Assert.All(steps, s => Assert.Contains(s.GetProperty("task").GetString()!, csv, StringComparison.Ordinal));
        Assert.Contains("id=\"step-1\"", page, StringComparison.Ordinal);
        Assert.Contains("stranded, of what there is by the number of moves", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/plan/defrag?goal=large", "goal: &#x27;large&#x27; is none of")]
    [InlineData("/api/v1/plan/defrag?maxMoves=-1", "maxMoves: ")]
    [InlineData("/api/v1/plan/defrag?format=xml", "format: ")]
    [InlineData("/api/v1/plan/shapes?shape=large", "is no machine shape")]
    [InlineData("/api/v1/plan/shapes?machines=0", "machines: &#x27;0&#x27; is no whole number from 1 to 1000")]
    public async Task Get_BadQuery_SaysWhatToWrite(string path, string expected)
    {
        var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Contains(WebUtility.HtmlDecode(expected), problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PageWithBadQuery_SaysSoOnThePage() => Assert.Contains(
        "maxMoves: ", await http.GetStringAsync(new Uri("/defrag?goal=risk&maxMoves=few", UriKind.Relative), Cancellation), StringComparison.Ordinal);

    [Fact]
    public async Task Get_Shapes_RanksByWhatIsStranded()
    {
        var advice = await http.GetFromJsonAsync<JsonElement>("/api/v1/plan/shapes?shape=16c32g&shape=16c64g", Cancellation);

        var stranded = advice.GetProperty("shapes").EnumerateArray().Select(s => s.GetProperty("strandedRatio").GetDouble()).ToList();
        Assert.Equal(2, stranded.Count);
        Assert.Equal(stranded.Order(), stranded);
        Assert.StartsWith("shape,cpu_cores,", await http.GetStringAsync(new Uri("/api/v1/plan/shapes?format=csv", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }
}
