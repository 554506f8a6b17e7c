using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Capacity.Cli.Tests.Planning;

public sealed class ForecastBackTestCommandTests : IDisposable
{
    private const string Header = "series,time,value";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task BackTest_Series_HasEveryModelInJson()
    {
        var run = await Run.Async("forecast", "backtest", Write(Header, Rows(100)), "--horizon", "14", "--season", "7", "--rolling", "2", "--output", "json");

        Assert.Equal(0, run.ExitCode);
        var document = JsonNode.Parse(run.Output)!;
        var models = document["models"]!.AsArray();
        Assert.Superset(
            new HashSet<string> { "seasonal-naive", "naive2", "drift", "theil-sen", "damped-holt", "theta", "ets", "saturating", "autoregression" },
            models.Select(m => m!["name"]!.GetValue<string>()).ToHashSet());
        foreach (var score in models.Append(document["chosen"]))
        {
            Assert.InRange(score!["mase"]!.GetValue<double>(), 0, 20);
            Assert.InRange(score["smape"]!.GetValue<double>(), 0, 200);
            Assert.InRange(score["msis95"]!.GetValue<double>(), 0, 1000);
            Assert.InRange(score["coverage95"]!.GetValue<double>(), 0, 1);
        }

        Assert.Equal(4, document["windows"]!.GetValue<int>());
        Assert.Equal(14, document["errorByHorizon"]!.AsArray().Count);

        // A line with a week: whoever knows the week goes on with the line.
        var naive = models.Single(m => m!["name"]!.GetValue<string>() == "seasonal-naive")!;
        Assert.True(document["chosen"]!["mase"]!.GetValue<double>() < naive["mase"]!.GetValue<double>());
    }

    [Fact]
    public async Task BackTest_GzipDatesAndAnyOrder_AreTheSame()
    {
        var rows = Rows(60).ToArray();
        var expected = await Run.Async("forecast", "backtest", Write(Header, rows), "--horizon", "7", "--output", "csv");
        var day = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        string[] dated = [.. rows.Select(r => r.Split(',')).Select(r => $"{r[2]},{day.AddDays(int.Parse(r[1], CultureInfo.InvariantCulture)):yyyy-MM-dd},{r[0]}")];
        Array.Reverse(dated, 0, 60);
        var path = Path.Combine(folder, "series.csv.gz");
        await using (var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest)))
        {
            await writer.WriteAsync(string.Join('\n', dated.Prepend("value,time,series")));
        }

        var run = await Run.Async("forecast", "backtest", path, "--horizon", "7", "--output", "csv");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(expected.Output, run.Output);
    }

    [Fact]
    public async Task BackTest_ForPeople_IsATable()
    {
        var run = await Run.Async("forecast", "backtest", Write(Header, Rows(60).Append("short,1,5")), "--horizon", "7");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("3 series; 1 too short", run.Output, StringComparison.Ordinal);
        Assert.Contains("theil-sen", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("line 3: 'much' in column value is no number", "a,1,1", "a,2,much")]
    [InlineData("line 2: 'soon' in column time is no time", "a,soon,1")]
    [InlineData("line 2: The series has no name.", ",1,1")]
    [InlineData("line 2: It has 2 fields where the header has 3.", "a,1")]
    [InlineData("line 3: Series 'a' has both dates and plain numbers", "a,2026-01-01,1", "a,2,1")]
    [InlineData("lie too far apart", "a,1,1", "a,2,1", "a,3,1", "a,1000000000,1")]
    [InlineData("no series has 10 values before the last 7", "a,1,1", "a,2,1")]
    [InlineData("has no rows")]
    public async Task BackTest_BadSeries_IsOneLineThatSaysWhere(string expected, params string[] rows)
    {
        var run = await Run.Async("forecast", "backtest", Write(Header, rows), "--horizon", "7");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task BackTest_BadHeader_SaysWhatIsMissing()
    {
        var run = await Run.Async("forecast", "backtest", Write("series,when,value", []));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 1: The header has no column time; expected series,time,value.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--horizon", "0", "--horizon takes a whole number from 1 to 5000.")]
    [InlineData("--season", "week", "--season takes a whole number from 1 to 10000.")]
    public async Task BackTest_BadArguments_AreRefused(string option, string value, string expected)
    {
        var run = await Run.Async("forecast", "backtest", "nowhere.csv", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackTest_NoFile_SaysSo()
    {
        var run = await Run.Async("forecast", "backtest", "nowhere.csv");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'nowhere.csv' cannot be read: there is no such file.", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Two series: a line with a week, and some noise.</summary>
    private static IEnumerable<string> Rows(int days)
    {
        var random = new Random(1);
        foreach (var name in new[] { "cpus", "mem" })
        {
            for (var day = 0; day < days; day++)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{name},{day},{100 + (0.5 * day) + (day % 7 < 5 ? 10 : 0) + random.NextDouble():0.###}");
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
