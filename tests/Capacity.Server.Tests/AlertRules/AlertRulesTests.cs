using System.Diagnostics;
using System.Text.RegularExpressions;
using Capacity.Server.Tests.Hosting;
using Capacity.Testing.Recordings;

namespace Capacity.Server.Tests.AlertRules;

/// <summary>The rules in <c>alert-rules/</c>: good rules, whose own tests pass, over metrics that there are.</summary>
public sealed partial class AlertRulesTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(CommittedRecordings.Folder, "..", "..", "alert-rules"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string[] Files => Directory.GetFiles(Folder, "*.rules.yaml");

    [Fact]
    public async Task Rules_PleasePromtool()
    {
        var (exitCode, said) = await PromtoolAsync(["check", "rules", .. Files]);

        Assert.True(exitCode == 0, said);
        Assert.Equal(Files.Length, Regex.Count(said, "SUCCESS"));
    }

    [Fact]
    public async Task Rules_DoWhatTheirTestsSay()
    {
        var tests = Directory.GetFiles(Path.Combine(Folder, "tests"), "*.test.yaml");

        var (exitCode, said) = await PromtoolAsync(["test", "rules", .. tests]);

        Assert.True(exitCode == 0, said);
        Assert.Equal(Files.Length, tests.Length);
    }

    [Fact]
    public void EachRule_HasATestThatFiresItAndOneThatDoesNot()
    {
        var rules = Files.SelectMany(File.ReadAllLines).Select(l => Alert().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value).ToHashSet();
        var tests = string.Concat(Directory.GetFiles(Path.Combine(Folder, "tests")).Select(File.ReadAllText));

        Assert.True(rules.Count > 20);
        Assert.Equal(rules.Order(), Firing().Matches(tests).Select(m => m.Groups[1].Value).Distinct().Order());
        Assert.Equal(rules.Order(), Quiet().Matches(tests).Select(m => m.Groups[1].Value).Distinct().Order());
    }

    [Fact]
    public async Task EachMetric_IsOneOfTheService()
    {
        await using var recording = await WatchedRecording.StartAsync("steady", Cancellation);
        await using var service = await recording.ServeAsync(null, Cancellation);
        var exported = service.Metrics.Definitions.Select(d => d.Name).ToHashSet();

        // What Prometheus makes of its own targets is in no exposition.
        var named = Files.SelectMany(File.ReadAllLines).Where(l => !l.Contains("record:", StringComparison.Ordinal)).SelectMany(l => Metric().Matches(l)).Select(m => m.Value).ToHashSet();

        Assert.True(named.Count > 20);
        Assert.Empty(named.Except(exported));
    }

    [Fact]
    public void EachRule_HasWhatPeopleNeed()
    {
        foreach (var file in Files)
        {
            foreach (var rule in File.ReadAllText(file).Split("- alert: ").Skip(1))
            {
                var name = rule.Split('\n')[0];
                Assert.Matches("severity: (critical|warning|info)", rule);
                Assert.Matches("summary: [^0-9{]+\n", rule);
                Assert.Contains("description: ", rule, StringComparison.Ordinal);
                Assert.Contains($"runbook_url: http://127.0.0.1:8050/runbooks#{name.ToLowerInvariant()}\n", rule + "\n", StringComparison.Ordinal);
                Assert.True(rule.Contains("for: ", StringComparison.Ordinal) || rule.Contains("[1h]", StringComparison.Ordinal) || name.StartsWith("ZooKeeperNode", StringComparison.Ordinal), $"{name} has no for.");
            }
        }
    }

    private static async Task<(int ExitCode, string Said)> PromtoolAsync(string[] arguments)
    {
        using var promtool = Process.Start(new ProcessStartInfo("promtool", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var reading = promtool.StandardError.ReadToEndAsync(Cancellation);
        var said = await promtool.StandardOutput.ReadToEndAsync(Cancellation) + await reading;
        await promtool.WaitForExitAsync(Cancellation);
        return (promtool.ExitCode, said);
    }

    [GeneratedRegex("- alert: ([A-Za-z]+)$")]
    private static partial Regex Alert();

    [GeneratedRegex(@"alertname: ([A-Za-z]+)\n\s+exp_alerts:")]
    private static partial Regex Firing();

    [GeneratedRegex(@"alertname: ([A-Za-z]+) \}")]
    private static partial Regex Quiet();

    [GeneratedRegex(@"(?<![a-z:_])(capacity|mesos)_[a-z0-9_]+(?![a-z0-9_:])")]
    private static partial Regex Metric();
}
