using System.Net;
using System.Text.RegularExpressions;

namespace Capacity.Server.Tests.RightSizing;

public sealed partial class RightSizingPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_List_HasTheAppWithItsSavingAndWhy()
    {
        await using var service = await AdvisingService.StartAsync(Cancellation);

        var page = WebUtility.HtmlDecode(await service.Http.GetStringAsync(new Uri($"/rightsizing?id={Uri.EscapeDataString(service.App.Id)}", UriKind.Relative), Cancellation));

        Assert.Contains($">{service.App.Id}</a>", page.Replace("<wbr>", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("CPU is larger than it has to be", page, StringComparison.Ordinal);
        Assert.Contains("1 app larger or more than needed", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AfterFourDays_SaysWhatIsWaitedFor()
    {
        await using var service = await AdvisingService.StartAsync(Cancellation, days: 4);

        var page = WebUtility.HtmlDecode(await service.Http.GetStringAsync(new Uri("/rightsizing", UriKind.Relative), Cancellation));

        Assert.Contains("<b>1 app</b> looks larger or more than needed", page, StringComparison.Ordinal);
        Assert.Contains($", from <time>{service.Keeper.Latest!.Find(service.App)!.Advice.From.AddDays(5):yyyy-MM-dd}</time> on where it was seen first", page, StringComparison.Ordinal);
        Assert.Contains("no size yet: sizes are advised from the third day", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_App_ExplainsEveryNumberAndLinksTheSamplesOfThePeak()
    {
        await using var service = await AdvisingService.StartAsync(Cancellation);

        var page = WebUtility.HtmlDecode(await AppPageAsync(service));

        foreach (var expected in (string[])["What it stands on", "99th percentile", "Censored", "Tested on the last week", "which fits", "MEM_OVERSIZED", "Grade ", "failure domain"])
        {
            Assert.Contains(expected, page, StringComparison.Ordinal);
        }

        Assert.Matches("/api/v1/apps/instances\\?framework=[^\"]*&from=[^\"]*&format=csv\">20", page);
    }

    [Fact]
    public async Task Form_SentFromThePage_DecidesAndGoesBack()
    {
        await using var service = await AdvisingService.StartAsync(Cancellation);

        using var answer = await SendAsync(service, Token().Match(await AppPageAsync(service)).Groups[1].Value);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("accepted it on", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("will do", Assert.Single(await service.Stores.State.Advice.ReadDecisionsAsync(Cancellation)).Reason);
    }

    [Fact]
    public async Task Form_SentByAnotherSite_IsRefused()
    {
        await using var service = await AdvisingService.StartAsync(Cancellation);
        await AppPageAsync(service);

        using var answer = await SendAsync(service, "made-up");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await service.Stores.State.Advice.ReadDecisionsAsync(Cancellation));
    }

    private static Task<string> AppPageAsync(AdvisingService service) => service.Http.GetStringAsync(
        new Uri($"/app?framework={Uri.EscapeDataString(service.App.Framework)}&id={Uri.EscapeDataString(service.App.Id)}", UriKind.Relative), Cancellation);

    private static Task<HttpResponseMessage> SendAsync(AdvisingService service, string token) => service.Http.PostAsync(
        new Uri("/rightsizing/decide", UriKind.Relative),
        new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["framework"] = service.App.Framework,
            ["app"] = service.App.Id,
            ["decision"] = "accepted",
            ["reason"] = "will do",
        }),
        Cancellation);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
