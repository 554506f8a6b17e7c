using System.Diagnostics;
using System.Text.RegularExpressions;
using Capacity.Server.Metrics;
using Capacity.Server.Tests.Hosting;
using Capacity.Testing.Recordings;

namespace Capacity.Server.Tests.Metrics;

/// <summary>What <c>/metrics</c> says of a real cluster: in good form, as its table says, and never of what is gone.</summary>
public sealed partial class MetricsTests
{
    private static readonly string[] Units = ["seconds", "bytes", "cores", "ratio"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Table_InTheDocuments_IsThatOfTheService()
    {
        await using var recording = await WatchedRecording.StartAsync("steady", Cancellation);
        await using var service = await recording.ServeAsync(null, Cancellation);
        var expected = service.Metrics.Definitions.Select(Row).Order(StringComparer.Ordinal).ToList();

        var actual = (await File.ReadAllLinesAsync(Path.Combine(CommittedRecordings.Folder, "..", "..", "docs", "metrics.md"), Cancellation))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        Assert.True(expected.SequenceEqual(actual), $"The rows of the table should be:\n{string.Join('\n', expected)}");
    }

    [Fact]
    public async Task Exposition_OfARealCluster_IsWhatTheTableSays()
    {
        await using var recording = await WatchedRecording.StartAsync("rolling", Cancellation);
        await using var service = await recording.ServeAsync(null, Cancellation);
        await service.CollectAsync(Cancellation);
        recording.Time.Advance(WatchedRecording.Tick);
        await service.CollectAsync(Cancellation);
        await service.LookAsync(Cancellation);
        var text = await service.MetricsAsync(Cancellation);
        var known = service.Metrics.Definitions.ToDictionary(d => d.Name);

        foreach (Match type in TypeLine().Matches(text))
        {
            Assert.Equal(known[type.Groups["name"].Value].Type, type.Groups["type"].Value);
        }

        foreach (Match series in SeriesLine().Matches(text))
        {
            var name = series.Groups["name"].Value;
            var definition = known.GetValueOrDefault(name) ?? known[Regex.Replace(name, "_(bucket|sum|count)$", string.Empty)];
            Assert.Empty(LabelName().Matches(series.Groups["labels"].Value).Select(l => l.Groups[1].Value).Except(["le"]).Except(definition.Labels));
        }

        Assert.DoesNotContain(service.Latest.Containers, c => text.Contains(c.Container.Id, StringComparison.Ordinal));
        Assert.Contains("mesos_master_elected{cluster=\"recorded\",master=\"", text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(text, "^mesos_cpu_registered_cores", RegexOptions.Multiline));
        Assert.Contains("capacity_collections_total{cluster=\"recorded\",scope=\"masters\",outcome=\"ok\"} 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exposition_OfARealCluster_PleasesPromtool()
    {
        await using var recording = await WatchedRecording.StartAsync("steady", Cancellation);
        await using var service = await recording.ServeAsync(null, Cancellation);
        await service.CollectAsync(Cancellation);
        recording.Time.Advance(WatchedRecording.Tick);
        await service.CollectAsync(Cancellation);

        using var promtool = Process.Start(new ProcessStartInfo("promtool", "check metrics") { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true })!;
        await promtool.StandardInput.WriteAsync(await service.MetricsAsync(Cancellation));
        promtool.StandardInput.Close();
        var complaints = await promtool.StandardError.ReadToEndAsync(Cancellation) + await promtool.StandardOutput.ReadToEndAsync(Cancellation);
        await promtool.WaitForExitAsync(Cancellation);

        Assert.Equal((0, string.Empty), (promtool.ExitCode, complaints));
    }

    [Fact]
    public async Task Exposition_NothingIsCollectedAnyMore_SaysNothingOfTheCluster()
    {
        await using var recording = await WatchedRecording.StartAsync("steady", Cancellation);
        await using var service = await recording.ServeAsync(null, Cancellation);
        Assert.DoesNotContain("zone=", await service.MetricsAsync(Cancellation), StringComparison.Ordinal);
        await service.CollectAsync(Cancellation);
        var before = await service.MetricsAsync(Cancellation);

        recording.Time.Advance(TimeSpan.FromMinutes(10));
        var after = await service.MetricsAsync(Cancellation);

        Assert.Contains("capacity_cpu_total_cores{cluster=\"recorded\",zone=\"3\"} 32", before, StringComparison.Ordinal);
        Assert.DoesNotContain("zone=\"3\"", after, StringComparison.Ordinal);
        Assert.DoesNotContain("\nmesos_", after, StringComparison.Ordinal);
        Assert.Contains("capacity_source_age_seconds{cluster=\"recorded\",kind=\"agent\"} 600", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exposition_MasterIsDown_HasNoFiguresOfIt()
    {
        await using var recording = await WatchedRecording.StartAsync("leader-kill", Cancellation);
        await using var service = await recording.ServeAsync(null, Cancellation);
        await service.CollectAsync(Cancellation);
        var before = Masters(await service.MetricsAsync(Cancellation));
        recording.Time.Advance(TimeSpan.FromSeconds(50));
        await service.LookAsync(Cancellation);

        var text = await service.MetricsAsync(Cancellation);

        Assert.Equal((3, 2), (before.Count, Masters(text).Count));
        Assert.Contains("capacity_leader_phase{cluster=\"recorded\",phase=\"steady\"} 1", text, StringComparison.Ordinal);
    }

    private static List<string> Masters(string text) => [.. Regex.Matches(text, "^mesos_master_uptime_seconds.*$", RegexOptions.Multiline).Select(m => m.Value)];

    private static string Row(MetricDefinition definition)
    {
        var ending = definition.Name.EndsWith("_total", StringComparison.Ordinal) ? definition.Name[..^"_total".Length] : definition.Name;
        var unit = Array.Find(Units, u => ending.EndsWith($"_{u}", StringComparison.Ordinal)) ?? "";
        return $"| `{definition.Name}` | {definition.Type} | {unit} | {string.Join(", ", definition.Labels)} | {definition.Help} |";
    }

    [GeneratedRegex("^# TYPE (?<name>[a-z0-9_]+) (?<type>[a-z]+)", RegexOptions.Multiline)]
    private static partial Regex TypeLine();

    [GeneratedRegex("^(?<name>[a-z0-9_]+)({(?<labels>.*)})? [^ ]+$", RegexOptions.Multiline)]
    private static partial Regex SeriesLine();

    [GeneratedRegex("([a-z]+)=\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex LabelName();
}
