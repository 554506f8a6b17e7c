using System.CommandLine;
using System.Text.Json;
using Capacity.Cli.Terminal;
using Capacity.Core.Planning.Forecasting;
using Capacity.Core.Planning.Forecasting.BackTesting;
using Capacity.Server.Api;

namespace Capacity.Cli.Planning;

/// <summary><c>capacity forecast backtest</c>: our forecasts, and simple ones beside them, of any series whose end is known.</summary>
internal static class ForecastBackTestCommand
{
    private const int LongestHorizon = 5000;
    private const int LongestSeason = 10_000;

    private static readonly CsvTable<ForecastScore> Csv = new(
        ("name", s => s.Name),
        ("mase", s => s.Mase),
        ("smape", s => s.Smape),
        ("msis95", s => s.Msis95),
        ("coverage95", s => s.Coverage95),
        ("coverage80", s => s.Coverage80));

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "CSV with the columns series, time and value, or that in gzip." };
        var horizon = WholeNumbers.Option("--horizon", "The steps that are held out at the end of each series and forecast.", 30, 1, LongestHorizon);
        var season = WholeNumbers.Option("--season", "The season in steps, such as 7 for days or 24 for hours; 1 for none.", 7, 1, LongestSeason);
        var rolling = WholeNumbers.Option("--rolling", "How many pieces are held out, one before the other.", 1, 1, 100);
        var output = Choices.Option("--output", "table for people, json or csv for machines.", "table|json|csv", ["table", "json", "csv"]);
        var command = new Command("backtest", "Judge forecasts by the past: hold out the end of each series, forecast it, and compare.") { file, horizon, season, rolling, output };
        command.SetAction(async (result, cancellationToken) =>
        {
            var streams = result.InvocationConfiguration;
            var path = result.GetValue(file)!;
            var options = new ForecastOptions(result.GetValue(horizon), result.GetValue(season));
            var pieces = result.GetValue(rolling);
            var (series, scores) = await ProgressLine.RunAsync(streams.Error, say => Task.Run(() => Run(path, options, pieces, say, cancellationToken), cancellationToken));
            Write(result.GetValue(output)!, series, options, pieces, scores, streams.Output);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static (int Series, ForecastBackTestResult Scores) Run(string path, ForecastOptions options, int rolling, Action<string> say, CancellationToken cancellationToken)
    {
        say($"reading {path}");
        var series = SeriesCsv.Read(path);
        say($"forecasting {series.Count:N0} series");
        var scores = ForecastBackTest.Run(series, options, rolling, cancellationToken);
        return scores.Windows > 0 ? (series.Count, scores) : throw new UserErrorException(
            $"{path}: no series has {Forecaster.FewestValues} values before the last {options.Horizon}; the longest has {series.Max(s => s.Values.Count)} steps. Take a smaller --horizon or a longer history.", ExitCodes.Failed);
    }

    private static void Write(string format, int series, ForecastOptions options, int rolling, ForecastBackTestResult scores, TextWriter output)
    {
        switch (format)
        {
            case "json":
                var document = new ForecastBackTestDocument(
                    options.Horizon, options.Season, rolling, series, scores.Windows, scores.Skipped, scores.Models, scores.Chosen, scores.Weights, scores.ErrorByHorizon);
                output.WriteLine(JsonSerializer.Serialize(document, ForecastJson.Default.ForecastBackTestDocument));
                break;
            case "csv":
                Csv.Write(output, scores.Models.Prepend(scores.Chosen with { Name = "capacity" }));
                break;
            default:
                var skipped = scores.Skipped.Count > 0 ? $"; {scores.Skipped.Count:N0} too short" : string.Empty;
                ForecastBackTestView.Show(
                    scores, $"{series:N0} series{skipped}; {scores.Windows:N0} ends of {options.Horizon} steps held out; a season of {options.Season}", Consoles.ForResults(output));
                break;
        }
    }
}
