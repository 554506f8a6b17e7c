using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Capacity.Cli.Tests.RightSizing;

public sealed class BackTestCommandTests : IDisposable
{
    private const string Header = "time,app,instance,cpu_used_cores,mem_used_bytes,cpu_request_cores,mem_request_bytes";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task BackTest_History_HasEveryRuleInJson()
    {
        var run = await Run.Async("rightsize", "backtest", Write(Header, Rows(28)), "--output", "json");

        Assert.Equal(0, run.ExitCode);
        var rules = JsonNode.Parse(run.Output)!["rules"]!.AsArray();
        Assert.Equal("capacity", rules[0]!["name"]!.GetValue<string>());
        Assert.Superset(new HashSet<string> { "vpa-target", "krr-simple", "p99-x1.15", "max-x1.15" }, rules.Select(r => r!["name"]!.GetValue<string>()).ToHashSet());
        foreach (var rule in rules)
        {
            foreach (var figure in new[] { "cpuRecommendedRatio", "cpuExceedRate", "cpuInstancesOver1PercentRatio", "memRecommendedRatio", "memBreachInstanceRatio", "stability" })
            {
                Assert.InRange(rule![figure]!.GetValue<double>(), 0, 2);
            }
        }

        // The apps peak at half of what they ask for, and at the same level every day.
        var max = rules.Single(r => r!["name"]!.GetValue<string>() == "max-x1.15")!;
        Assert.Equal(0.575, max["cpuRecommendedRatio"]!.GetValue<double>(), 1e-3);
        Assert.Equal(0, max["memBreachInstanceRatio"]!.GetValue<double>());
    }

    [Fact]
    public async Task BackTest_AnyOrderOfRowsAndColumns_IsTheSame()
    {
        var rows = Rows(28).ToArray();
        var expected = await Run.Async("rightsize", "backtest", Write(Header, rows), "--output", "csv");
        new Random(3).Shuffle(rows);
        var turned = rows.Select(r => string.Join(',', r.Split(',').Reverse().Append("extra")));

        var run = await Run.Async("rightsize", "backtest", Write(string.Join(',', Header.Split(',').Reverse().Append("note")), turned), "--output", "csv");

        // Sums of the same numbers in another order differ in their last digits.
        Assert.Equal(Figures(expected), Figures(run));

        static IEnumerable<string> Figures(Run of) => of.Output.Split([',', '\r', '\n']).Select(
            f => double.TryParse(f, CultureInfo.InvariantCulture, out var number) ? number.ToString("G10", CultureInfo.InvariantCulture) : f);
    }

    [Fact]
    public async Task BackTest_GzipAndIsoTimes_AreReadAndShown()
    {
        var path = Path.Combine(folder, "history.csv.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(string.Join('\n', Rows(28, iso: true).Prepend(Header))));
        }

        var picture = Path.Combine(folder, "frontier.svg");
        var run = await Run.Async("rightsize", "backtest", path, "--picture", picture);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("capacity", run.Output, StringComparison.Ordinal);
        Assert.Contains("krr-simple", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("capacity-x", run.Output, StringComparison.Ordinal);
        Assert.Contains("<polyline", await File.ReadAllTextAsync(picture, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("line 3: 'much' in column cpu_used_cores is no number", "1700006400,a,i,1,1,2,2", "1700006700,a,i,much,1,2,2")]
    [InlineData("line 3: '-1' in column mem_used_bytes is no number", "1700006400,a,i,1,1,2,2", "1700006700,a,i,1,-1,2,2")]
    [InlineData("line 2: 'soon' in column time is no time", "soon,a,i,1,1,2,2")]
    [InlineData("line 3: '9999-12-31T23:00:00Z' in column time is no time from 1970 to 2999", "1700006400,a,i,1,1,2,2", "9999-12-31T23:00:00Z,a,i,1,1,2,2")]
    [InlineData("line 2: '0001-01-01T00:00:00Z' in column time is no time from 1970 to 2999", "0001-01-01T00:00:00Z,a,i,1,1,2,2")]
    [InlineData("line 2: The app has no name.", "1700006400,,i,1,1,2,2")]
    [InlineData("line 2: It has 3 fields where the header has 7.", "1700006400,a,i")]
    [InlineData("line 2: A quotation mark is not closed.", "1700006400,\"a,i,1,1,2,2")]
    [InlineData("covers 1 day,", "1700006400,a,i,1,1,2,2")]
    [InlineData("has no rows")]
    public async Task BackTest_BadHistory_IsOneLineThatSaysWhere(string expected, params string[] rows)
    {
        var run = await Run.Async("rightsize", "backtest", Write(Header, rows));

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("The header has no column app", "time,cpu_used_cores")]
    [InlineData("the column app more than once", "time,app,App,cpu_used_cores")]
    [InlineData("neither cpu_used_cores nor mem_used_bytes", "time,app,instance")]
    public async Task BackTest_BadHeader_SaysWhatIsMissing(string expected, string header)
    {
        var run = await Run.Async("rightsize", "backtest", Write(header, []));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"line 1: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackTest_NoFile_SaysSo()
    {
        var run = await Run.Async("rightsize", "backtest", "nowhere.csv");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'nowhere.csv' cannot be read: there is no such file.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackTest_PartsOfDays_AreRefused()
    {
        Assert.Contains("--train: '4000d' is longer than 3650d, the longest that is taken.", (await Run.Async("rightsize", "backtest", "nowhere.csv", "--train", "4000d")).Error, StringComparison.Ordinal);

        var run = await Run.Async("rightsize", "backtest", "nowhere.csv", "--train", "36h");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--train takes whole days", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Three apps, one of them with two instances, every hour: CPU to half of 2 cores, memory to half of 4 GiB, every day alike.</summary>
    private static IEnumerable<string> Rows(int days, bool iso = false)
    {
        foreach (var (app, instance) in new[] { ("web", "w1"), ("web", "w2"), ("api", "a1"), ("\"batch, nightly\"", "b1") })
        {
            for (var hour = 0; hour < days * 24; hour++)
            {
                var at = DateTimeOffset.FromUnixTimeSeconds(1_700_006_400).AddHours(hour);
                var level = 0.5 + (0.5 * (hour % 24 / 23.0));
                var time = iso ? at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) : at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                yield return string.Create(CultureInfo.InvariantCulture, $"{time},{(iso ? app : app.Trim('"').Replace(", ", "-", StringComparison.Ordinal))},{instance},{level},{(long)(level * (2L << 30))},2,{4L << 30}");
            }
        }
    }

    private string Write(string header, IEnumerable<string> rows)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.csv");
        File.WriteAllLines(path, rows.Prepend(header));
        return path;
    }
}
