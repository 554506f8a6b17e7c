using System.Diagnostics;
using System.Text.Json;

namespace Capacity.Server.Tests.AlertmanagerApi;

/// <summary>Debian's amtool against the service, every command that asks one.</summary>
public sealed class AmtoolTests : IAsyncLifetime
{
    private AlertService service = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await AlertService.StartAsync("{ pathPrefix: /am }", TimeProvider.System);

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Alerts_AreAddedAndQueried()
    {
        await RunAsync("alert", "add", "test1", "zone=a", "--annotation=summary=one two", "--generator-url=http://p/");
        await RunAsync("alert", "add", "alertname=test2", "zone=b", $"--end={TimeProvider.System.GetUtcNow().AddHours(1):O}");
        await RunAsync("alert", "add", "test3", $"--end={TimeProvider.System.GetUtcNow().AddHours(-1):O}", $"--start={TimeProvider.System.GetUtcNow().AddHours(-2):O}");

        Assert.Equal(["test1", "test2"], (await JsonAsync("alert", "query")).Select(a => Reply.Text(a, "labels.alertname")).Order());
        Assert.Equal("one two", Reply.Text(Assert.Single(await JsonAsync("alert", "query", "test1")), "annotations.summary"));
        Assert.Single(await JsonAsync("alert", "query", "alertname=test2", "zone=~b|c"));
        Assert.Empty(await JsonAsync("alert", "query", "-r", "nobody"));
        Assert.Equal(2, (await JsonAsync("alert", "query", "-i", "-s", "-a", "-u", "-r", "capacity")).Count);
    }

    [Fact]
    public async Task Silences_AreAddedQueriedUpdatedExpiredAndImported()
    {
        var id = (await RunAsync("silence", "add", "-d", "2h", "-c", "why", "-a", "me", "test1", "zone=~a.*")).Trim();
        var silence = Assert.Single(await JsonAsync("silence", "query"));
        Assert.Equal((id, "me", "why", "active"), (Reply.Text(silence, "id"), Reply.Text(silence, "createdBy"), Reply.Text(silence, "comment"), Reply.Text(silence, "status.state")));

        await RunAsync("alert", "add", "test1", "zone=a1");
        Assert.Empty(await JsonAsync("alert", "query"));
        Assert.Single(await JsonAsync("alert", "query", "-s"));

        Assert.Equal(id, (await RunAsync("-o", "simple", "silence", "update", "-d", "3h", "-c", "longer", id)).Split('\n')[1].Split(' ')[0]);
        Assert.Equal("longer", Reply.Text(Assert.Single(await JsonAsync("silence", "query", "test1")), "comment"));
        Assert.Equal(id, (await RunAsync("silence", "query", "-q")).Trim());
        var exported = await RunAsync("-o", "json", "silence", "query");

        await RunAsync("silence", "expire", id);
        Assert.Empty(await JsonAsync("silence", "query"));
        Assert.Equal("expired", Reply.Text(Assert.Single(await JsonAsync("silence", "query", "--expired")), "status.state"));

        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, exported, Cancellation);
        await RunAsync("silence", "import", file);
        await File.WriteAllTextAsync(file, exported.Replace(id, "22222222-2222-4222-8222-222222222222", StringComparison.Ordinal), Cancellation);
        await RunAsync("silence", "import", file);
        await RunAsync("silence", "import", "-f", file);
        File.Delete(file);
        Assert.Equal(3, (await JsonAsync("silence", "query")).Count);
    }

    [Fact]
    public async Task Import_SomeAreWrong_TheOthersAreThere()
    {
        await RunAsync("silence", "add", "-d", "2h", "-c", "why", "test1");
        var good = (await RunAsync("-o", "json", "silence", "query")).Trim().Trim('[', ']');
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $"[{good},{good.Replace("\"value\":\"test1\"", "\"value\":\"\"", StringComparison.Ordinal)},{good}]", Cancellation);

        // amtool 0.25 may end before it has counted its last failure, so that its exit code says nothing.
        await TryAsync("silence", "import", "-f", file);
        File.Delete(file);

        Assert.Equal(3, (await JsonAsync("silence", "query")).Count);
    }

    [Fact]
    public async Task Configuration_IsShownAndRoutesAreTested()
    {
        Assert.Contains("receiver: capacity", await RunAsync("config", "show"), StringComparison.Ordinal);
        Assert.Contains("default-route  receiver: capacity", await RunAsync("config", "routes", "show"), StringComparison.Ordinal);
        Assert.Equal("capacity", (await RunAsync("config", "routes", "test", "zone=a")).Trim());
        Assert.Contains("disabled", await RunAsync("cluster", "show"), StringComparison.Ordinal);

        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Reply.Text((await service.GetAsync("/api/v2/status")).Json, "config.original"), Cancellation);
        Assert.Contains("SUCCESS", await RunAsync("check-config", file), StringComparison.Ordinal);
        File.Delete(file);
    }

    private async Task<IReadOnlyList<JsonElement>> JsonAsync(params string[] arguments) => new Reply(0, null, await RunAsync(["-o", "json", .. arguments])).List;

    private async Task<string> RunAsync(params string[] arguments)
    {
        var (code, output) = await TryAsync(arguments);
        Assert.True(code == 0, $"amtool {string.Join(' ', arguments)}: {output}");
        return output;
    }

    private async Task<(int Code, string Output)> TryAsync(params string[] arguments)
    {
        using var amtool = Process.Start(new ProcessStartInfo("amtool", ["--alertmanager.url", new Uri(service.Address, "/am").ToString(), "--no-version-check", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = amtool.StandardError.ReadToEndAsync(Cancellation);
        var output = await amtool.StandardOutput.ReadToEndAsync(Cancellation);
        await amtool.WaitForExitAsync(Cancellation);
        return (amtool.ExitCode, amtool.ExitCode == 0 ? output : output + await errors);
    }
}
