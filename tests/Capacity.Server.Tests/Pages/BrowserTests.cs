using Capacity.Server.Tests.Browser;

namespace Capacity.Server.Tests.Pages;

/// <summary>Every page in a real browser, as a planner at a desk and one with a phone has it.</summary>
public sealed class BrowserTests(BrowsedCluster cluster) : IClassFixture<BrowsedCluster>
{
    /// <summary>Tells what overflows the width of the screen, other than what may be scrolled on its own.</summary>
    /// <remarks>The width is handed in: a phone's browser widens its own idea of it to what overflows.</remarks>
    private const string Overflow = """
        (width => document.documentElement.scrollWidth > width
          ? [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest(".scroll")).map(e => e.outerHTML.slice(0, 120)).join("\n") || "the page"
          : "")
        """;

    /// <summary>Tells what has the focus, and whether that can be seen.</summary>
    private const string Focused = """
        (() => {
          const e = document.activeElement;
          if (e === document.body) return null;
          window.order ??= [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']")].filter(x => x.checkVisibility());
          const style = getComputedStyle(e);
          return [order.indexOf(e), order.length, style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2];
        })()
        """;

    /// <summary>Computes the least contrast of any text to what is behind it, and of which text that is.</summary>
    private const string Contrast = """
        (() => {
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const rgb = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
          const light = c => { const [r, g, b] = c.map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
          const behind = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          let least = [99, ""];
          while (texts.nextNode()) {
            const e = texts.currentNode.parentElement;
            if (!texts.currentNode.data.trim() || !e.checkVisibility() || e.closest("svg, script, noscript")) continue;
            const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))];
            const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
            if (ratio < least[0]) least = [ratio, texts.currentNode.data];
          }
          return least;
        })()
        """;

    private const string Landmarks = """
        [document.querySelectorAll("h1").length, document.querySelectorAll("main").length, document.querySelectorAll("table:not(:has(caption))").length, document.documentElement.lang, document.title]
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly string[] Paths = ["/", "/?over=1h", "/agents", "/agents?state=active&sort=-memory", "/apps", "/apps?sort=team", "agent", "app", "/packing", "/whatif?scenario=zone-loss&cpus=64&mem=8GiB", "/defrag?goal=largest-fit", "/shapes", "/forecast", "/forecast?step=hour", "/rightsizing", "/alerts", "/alerts?filter=zone%3Da&group=host", "/silences", "/silences/new?matchers=zone%3Da", "/incidents", "incident", "/changes", "/review", "/runbooks"];

    private static readonly (int Width, int Height, bool Dark)[] Looks = [(1280, 800, false), (1280, 800, true), (390, 844, false), (390, 844, true)];

    public static TheoryData<string, int, int, bool> Screens => new(
        from path in Paths
        from look in Looks
        select (path, look.Width, look.Height, look.Dark));

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Page_AtAnySize_IsWholeAndReadable(string page, int width, int height, bool dark)
    {
        var tab = await cluster.OpenAsync(Cancellation);
        await tab.ShowAsync(width, height, dark, Cancellation);
        await GoAsync(tab, page);

        await KeepPictureAsync(tab, $"{page.Trim('/').Replace('/', '-').Replace('%', '-')}-{width}-{(dark ? "dark" : "light")}.png");
        Assert.Empty(tab.Complaints);
        Assert.All(tab.Requests.Where(IsSent), r => Assert.Equal(cluster.Address.Authority, r.Authority));
        Assert.Equal("", (await tab.EvaluateAsync($"{Overflow}({width})", Cancellation))!.GetValue<string>());
        var landmarks = (await tab.EvaluateAsync(Landmarks, Cancellation))!.AsArray();
        Assert.Equal([1, 1, 0], landmarks.Take(3).Select(l => l!.GetValue<int>()));
        Assert.Equal("en", landmarks[3]!.GetValue<string>());
        Assert.StartsWith("Capacity: ", landmarks[4]!.GetValue<string>(), StringComparison.Ordinal);
        var contrast = (await tab.EvaluateAsync(Contrast, Cancellation))!.AsArray();
        Assert.True(contrast[0]!.GetValue<double>() >= 4.5, contrast.ToJsonString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/agents")]
    [InlineData("agent")]
    [InlineData("/apps")]
    [InlineData("app")]
    [InlineData("/packing")]
    [InlineData("/whatif?scenario=busiest-agent&cpus=64&mem=8GiB")]
    [InlineData("/defrag?goal=largest-fit")]
    [InlineData("/shapes")]
    [InlineData("/review")]
    public async Task Page_ToAScreenReader_NamesEverything(string page)
    {
        var tab = await cluster.OpenAsync(Cancellation);
        await GoAsync(tab, page);

        var things = await tab.AccessibleAsync(Cancellation);

        AssertNamed(things);
        Assert.Contains(things, t => t.Role == "columnheader");
    }

    [Theory]
    [InlineData("/alerts")]
    [InlineData("/silences")]
    [InlineData("/silences/new?matchers=zone%3Da")]
    [InlineData("/incidents")]
    [InlineData("incident")]
    [InlineData("/forecast")]
    [InlineData("/changes")]
    public async Task PageWithoutTables_ToAScreenReader_NamesEverything(string page)
    {
        var tab = await cluster.OpenAsync(Cancellation);
        await GoAsync(tab, page);

        AssertNamed(await tab.AccessibleAsync(Cancellation));
    }

    [Theory]
    [InlineData(1280, "/", "Overview Incidents Alerts Silences Changes Runbooks Review Agents Apps Right-sizing Packing What if Defragment Shapes Forecast")]
    [InlineData(390, "/", "Overview Incidents Alerts Agents Apps Right-sizing Packing Forecast")]
    [InlineData(390, "/silences/new", "Overview Incidents Alerts Silences Changes Runbooks Review Agents Apps Right-sizing Packing Forecast")]
    [InlineData(390, "/packing", "Overview Incidents Alerts Agents Apps Right-sizing Packing What if Defragment Shapes Forecast")]
    public async Task Bar_OnAPhone_HasTheMainPagesAndAllOfTheRowOneIsIn(int width, string page, string links)
    {
        var tab = await cluster.OpenAsync(Cancellation);
        await tab.ShowAsync(width, 844, dark: false, Cancellation);
        await GoAsync(tab, page);

        var shown = await tab.EvaluateAsync("""[...document.querySelectorAll("header nav a")].filter(a => a.checkVisibility()).map(a => a.textContent).join(" ")""", Cancellation);

        Assert.Equal(links, shown!.GetValue<string>());
    }

    [Fact]
    public async Task Silence_FromTheAlertsPageOnAPhone_IsPreviewedMadeAndEnded()
    {
        var tab = await cluster.OpenAsync(Cancellation);
        await tab.ShowAsync(390, 844, dark: true, Cancellation);
        await GoAsync(tab, "/alerts?filter=CertificateExpires");

        await tab.FollowAsync("form a[href^='/silences/new']", Cancellation);
        Assert.Contains("matches 1 of", await TextAsync(tab, "main .lead"), StringComparison.Ordinal);
        await tab.EvaluateAsync("""document.querySelector("[name=author]").value = "ann"; document.querySelector("[name=comment]").value = "renewed already" """, Cancellation);
        await tab.FollowAsync("form[action='/silences'] button", Cancellation);

        Assert.StartsWith("/silences", await PathAsync(tab), StringComparison.Ordinal);
        Assert.Contains("renewed already", await TextAsync(tab, ".card:target"), StringComparison.Ordinal);
        await tab.FollowAsync(".card:target button[value=expire]", Cancellation);
        Assert.Contains("ends in 0\u00a0s", await TextAsync(tab, ".card:target"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Incident_FromTheOverviewOnAPhone_IsTakenOn()
    {
        var tab = await cluster.OpenAsync(Cancellation);
        await tab.ShowAsync(390, 844, dark: true, Cancellation);
        await GoAsync(tab, "/");

        await tab.FollowAsync(".card.paged a", Cancellation);
        Assert.StartsWith("/incidents/", await PathAsync(tab), StringComparison.Ordinal);
        Assert.Equal("rack a-r1 failed", await TextAsync(tab, "h1"));
        await tab.EvaluateAsync("""document.querySelector("[name=by]").value = "ann"; document.querySelector("[name=text]").value = "on my way" """, Cancellation);
        await tab.FollowAsync("button.main", Cancellation);

        Assert.Contains("ann has it", await TextAsync(tab, "main"), StringComparison.Ordinal);
        Assert.Contains("on my way", await TextAsync(tab, "main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewal_WhatIsBeingWritten_IsNotTakenAway()
    {
        var tab = await cluster.OpenAsync(Cancellation);
        await GoAsync(tab, "/silences/new?matchers=zone%3Da");

        var kept = await tab.EvaluateAsync(
            """
            (async () => {
              const field = document.querySelector("[name=comment]");
              field.value = "half a sen";
              document.dispatchEvent(new Event("renew"));
              await new Promise(done => setTimeout(done, 500));
              return document.querySelector("[name=comment]") === field;
            })()
            """,
            Cancellation);

        Assert.True(kept!.GetValue<bool>());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/agents?zone=1")]
    [InlineData("agent")]
    [InlineData("app")]
    [InlineData("/whatif?scenario=busiest-agent&cpus=64&mem=8GiB")]
    [InlineData("/alerts")]
    [InlineData("/silences/new?matchers=zone%3Da")]
    [InlineData("incident")]
    public async Task TabKey_FromTheTop_ReachesEverythingAndShowsWhere(string page)
    {
        var tab = await cluster.OpenAsync(Cancellation);
        await tab.ShowAsync(1280, 800, dark: false, Cancellation);
        await GoAsync(tab, page);

        var reached = new List<int>();
        int all;
        do
        {
            await tab.PressTabAsync(Cancellation);
            var focused = (await tab.EvaluateAsync(Focused, Cancellation))!.AsArray();
            Assert.True(focused[2]!.GetValue<bool>(), $"the focus on element {focused[0]} cannot be seen");
            reached.Add(focused[0]!.GetValue<int>());
            all = focused[1]!.GetValue<int>();
        }
        while (reached.Count < all);

        Assert.Equal(Enumerable.Range(0, all), reached);
    }

    [Theory]
    [InlineData("/", 4)]
    [InlineData("agent", 2)]
    [InlineData("app", 6)]
    public async Task Charts_WithHistory_HaveLinesAndSayWhatTheyShow(string page, int least)
    {
        var tab = await cluster.OpenAsync(Cancellation);
        await GoAsync(tab, page);

        var charts = (await tab.EvaluateAsync(
            """[...document.querySelectorAll(".chart")].map(c => [c.querySelectorAll("path.line[d*=L]").length, c.querySelector(".plot svg").getAttribute("aria-label")])""", Cancellation))!.AsArray();

        Assert.True(charts.Count >= least);
        Assert.All(charts, c => Assert.Contains("highest", c![1]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.All(charts, c => Assert.True(c![0]!.GetValue<int>() > 0, c[1]!.GetValue<string>()));
    }

    [Fact]
    public async Task Heads_Clicked_SortOneWayAndTheOther()
    {
        var tab = await cluster.OpenAsync(Cancellation);
        await tab.ShowAsync(1280, 800, dark: false, Cancellation);
        await GoAsync(tab, "/apps");

        await tab.FollowAsync("#sort-instances", Cancellation);
        var down = await InstancesAsync(tab);
        await tab.FollowAsync("#sort-instances", Cancellation);
        var up = await InstancesAsync(tab);

        Assert.True(up.Distinct().Count() > 1);
        Assert.Equal(up.Order(), up);
        Assert.Equal(down.OrderDescending(), down);
        Assert.Equal("ascending", (await tab.EvaluateAsync("""document.querySelector("#sort-instances").closest("th").ariaSort""", Cancellation))!.GetValue<string>());
    }

    [Fact]
    public async Task Links_Followed_LeadFromAnAgentToItsContainersApp()
    {
        var tab = await cluster.OpenAsync(Cancellation);
        await tab.ShowAsync(1280, 800, dark: false, Cancellation);
        await GoAsync(tab, "/agents");

        await tab.FollowAsync("tbody tr:last-child th a", Cancellation);
        Assert.StartsWith("/agent?", await PathAsync(tab), StringComparison.Ordinal);
        await tab.FollowAsync("tbody a[href^='/app?']", Cancellation);
        Assert.StartsWith("/app?", await PathAsync(tab), StringComparison.Ordinal);
        await tab.FollowAsync("tbody a[href^='/agent?']", Cancellation);
        Assert.StartsWith("/agent?", await PathAsync(tab), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewal_InPlace_KeepsTheReadersPlace()
    {
        var tab = await cluster.OpenAsync(Cancellation);
        await tab.ShowAsync(390, 844, dark: false, Cancellation);
        await GoAsync(tab, "/apps?sort=-cpu");
        await tab.EvaluateAsync("""document.querySelector("main p").remove(); scrollTo(0, 300); document.querySelector(".scroll").scrollLeft = 120; document.querySelector("#sort-cpu").focus({ preventScroll: true })""", Cancellation);

        await tab.EvaluateAsync("""document.dispatchEvent(new Event("renew")); new Promise(done => { const look = () => document.querySelector("main p") ? done() : setTimeout(look, 10); look(); })""", Cancellation);

        var place = (await tab.EvaluateAsync("""[scrollY, document.querySelector(".scroll").scrollLeft, document.activeElement.id, location.search]""", Cancellation))!.AsArray();
        Assert.Equal("""[300,120,"sort-cpu","?sort=-cpu"]""", place.ToJsonString());
    }

    /// <summary>Whether something goes over the network: the browser's own signs in the fields of a form do not.</summary>
    private static bool IsSent(Uri request) => request.Scheme != "data";

    private static void AssertNamed(IReadOnlyList<(string Role, string Name)> things)
    {
        Assert.All(
            things.Where(t => t.Role is "link" or "button" or "image" or "img" or "textbox" or "searchbox" or "combobox" or "region" or "navigation" or "table" or "heading"),
            t => Assert.False(string.IsNullOrWhiteSpace(t.Name), $"a {t.Role} has no name"));
        Assert.Contains(things, t => t.Role == "main");
    }

    /// <summary>Keeps a picture for people to look at, where the environment names a folder for them.</summary>
    private static async Task KeepPictureAsync(Tab tab, string name)
    {
        if (Environment.GetEnvironmentVariable("CAPACITY_TEST_PICTURES") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, name), await tab.PictureAsync(Cancellation), Cancellation);
        }
    }

    private async Task GoAsync(Tab tab, string page)
    {
        var path = page;
        if (page is "agent" or "app" or "incident")
        {
            await tab.GoAsync(new(cluster.Address, $"/{page}s?sort=-cpu-used"), Cancellation);
            path = (await tab.EvaluateAsync("""document.querySelector("tbody th a, .card a").getAttribute("href")""", Cancellation))!.GetValue<string>();
        }

        await tab.GoAsync(new(cluster.Address, path), Cancellation);
    }

    private static async Task<int[]> InstancesAsync(Tab tab) =>
        [.. (await tab.EvaluateAsync("""[...document.querySelectorAll("tbody td:nth-child(4)")].map(d => +d.innerText)""", Cancellation))!.AsArray().Select(n => n!.GetValue<int>())];

    private static async Task<string> TextAsync(Tab tab, string selector) => (await tab.EvaluateAsync($"document.querySelector(\"{selector}\").innerText", Cancellation))!.GetValue<string>();

    private static async Task<string> PathAsync(Tab tab) => (await tab.EvaluateAsync("location.pathname + location.search", Cancellation))!.GetValue<string>();
}
