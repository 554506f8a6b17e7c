using System.Net;
using Capacity.Core.Alerting.Silences;
using Capacity.Server.Tests.AlertmanagerApi;

namespace Capacity.Server.Tests.Pages.Alerts;

/// <summary>Silences made, looked at and ended on pages.</summary>
public sealed class SilencePagesTests : IAsyncLifetime
{
    private AlertService service = null!;

    public async ValueTask InitializeAsync()
    {
        service = await AlertService.StartAsync();
        await service.AlertAsync(
            """{"labels":{"alertname":"NodeDown","zone":"a","host":"ag-1","severity":"critical"},"annotations":{"summary":"ag-1 is gone"},"endsAt":"2026-03-10T20:00:00Z"}""",
            """{"labels":{"alertname":"NodeDown","zone":"a","host":"ag-2","severity":"critical"},"endsAt":"2026-03-10T20:00:00Z"}""",
            """{"labels":{"alertname":"DiskFull","zone":"b","host":"ag-3","severity":"warning"},"endsAt":"2026-03-10T20:00:00Z"}""");
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task NewSilence_Matchers_ShowsWhatTheyMatchBeforeAnythingIsSilenced()
    {
        var page = await service.PageAsync("/silences/new?matchers=zone%3Da");

        Assert.Contains("matches <b>2</b> of 3 alerts now", page, StringComparison.Ordinal);
        Assert.Contains("<button>Silence 2 alerts</button>", page, StringComparison.Ordinal);
        Assert.Contains("ag-1 is gone", page, StringComparison.Ordinal);
        Assert.Empty(service.Keeper.Silences.All);
    }

    [Theory]
    [InlineData("zone%3D~.%2B", "This is everything that fires")]
    [InlineData("DiskFull", "matches <b>1</b> of 3")]
    [InlineData("zone%3Dnowhere", "Silence what will match")]
    [InlineData("zone%3D~%5B", "error parsing regexp")]
    public async Task NewSilence_Matchers_SaysWhatToThinkOfThem(string matchers, string expected) =>
        Assert.Contains(expected, await service.PageAsync($"/silences/new?matchers={matchers}"), StringComparison.Ordinal);

    [Fact]
    public async Task NewSilence_Sent_HoldsAndIsListed()
    {
        var reply = await service.SendFormAsync(
            "/silences/new?matchers=zone%3Da", "/silences", ("matchers", "zone=\"a\""), ("duration", "2h"), ("author", "ann "), ("comment", "kernel <update>"));

        Assert.Equal(200, reply.Status);
        var page = WebUtility.HtmlDecode(reply.Body);
        Assert.Contains("ends in <b>2\u00a0h</b>", page, StringComparison.Ordinal);
        Assert.Contains("<b>2 alerts</b> now", page, StringComparison.Ordinal);
        Assert.Contains("by ann ·", page, StringComparison.Ordinal);
        Assert.Contains("kernel &lt;update&gt;", reply.Body, StringComparison.Ordinal);
        Assert.Equal((TimeSpan.FromHours(2), "ann"), service.Keeper.Silences.All.Select(s => (s.EndsAt - s.StartsAt, s.CreatedBy)).Single());
    }

    [Fact]
    public async Task Silence_EndedOnThePage_IsOverAndMayBeMadeAgain()
    {
        var id = await service.SilenceAsync("""{"name":"zone","value":"a","isRegex":false}""");
        service.Clock.Advance(TimeSpan.FromMinutes(5));

        var reply = await service.SendFormAsync("/silences", "/silences/change", ("id", id), ("change", "expire"));
        service.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(200, reply.Status);
        var page = await service.PageAsync("/silences");
        Assert.Contains("Nothing is silenced.", page, StringComparison.Ordinal);
        Assert.Contains("""href="/silences/new?matchers=zone%3D%22a%22&comment=why" """.Trim(), page, StringComparison.Ordinal);
        Assert.Equal(SilenceState.Expired, service.Keeper.Silences.Find(Guid.Parse(id))!.StateAt(service.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Silence_ExtendedOnThePage_HoldsAnHourLonger()
    {
        var id = await service.SilenceAsync("""{"name":"zone","value":"a","isRegex":false}""");
        service.Clock.Advance(TimeSpan.FromMinutes(5));

        var reply = await service.SendFormAsync("/silences", "/silences/change", ("id", id), ("change", "extend"));

        Assert.Contains("ends in <b>1&#xA0;h 55&#xA0;min</b>", reply.Body, StringComparison.Ordinal);
        Assert.Equal(id, Assert.Single(service.Keeper.Silences.All).Id.ToString());
    }

    [Fact]
    public async Task Forms_SentByAnotherSite_AreRefused()
    {
        var id = await service.SilenceAsync("""{"name":"zone","value":"a","isRegex":false}""");

        var made = await service.SendForeignFormAsync("/silences", ("matchers", "zone=b"), ("duration", "2h"), ("author", "x"), ("comment", "x"));
        var ended = await service.SendForeignFormAsync("/silences/change", ("id", id), ("change", "expire"));

        Assert.Equal((400, 400), (made.Status, ended.Status));
        Assert.Equal(SilenceState.Active, Assert.Single(service.Keeper.Silences.All).StateAt(service.Clock.GetUtcNow()));
    }

    [Theory]
    [InlineData("/silences", "Say for how long", "zone=a", "0s", "me", "why")]
    [InlineData("/silences", "at least one matcher", "zone=~.*", "1h", "me", "why")]
    [InlineData("/silences", "who you are", "zone=a", "1h", " ", "why")]
    public async Task NewSilence_Wrong_IsRefusedAndSaysWhy(string action, string expected, string matchers, string duration, string author, string comment)
    {
        var reply = await service.SendFormAsync(
            "/silences/new?matchers=zone%3Da", action, ("matchers", matchers), ("duration", duration), ("author", author), ("comment", comment));

        Assert.Equal(400, reply.Status);
        Assert.Contains(expected, reply.Body, StringComparison.Ordinal);
    }
}
