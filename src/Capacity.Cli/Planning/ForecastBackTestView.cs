using System.Globalization;
using Capacity.Cli.Terminal;
using Capacity.Core.Planning.Forecasting.BackTesting;
using Spectre.Console;

namespace Capacity.Cli.Planning;

/// <summary>Shows a back-test of forecasts to a person.</summary>
internal static class ForecastBackTestView
{
    public static void Show(ForecastBackTestResult result, string about, IAnsiConsole console)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]How the ends of the series would have been forecast[/]");
        console.MarkupLineInterpolated($"[dim]{about}[/]");
        console.WriteLine();
        var table = new FittedTable(
            new("Model"),
            Column.Figure("MASE"),
            Column.Figure("sMAPE"),
            Column.Figure("MSIS 95 %", 2),
            Column.Figure("within 95 %"),
            Column.Figure("within 80 %", 3),
            Column.Figure("weight", 1));
        Add(result.Chosen, "[bold]capacity[/]", null);
        foreach (var model in result.Models)
        {
            Add(model, model.Name, result.Weights.TryGetValue(model.Name, out var weight) ? weight : 0);
        }

        table.WriteTo(console);
        console.WriteLine();
        console.MarkupLineInterpolated($"[dim]MASE: mean error in units of a naive forecast's within the history. Within: of what was held out; as near to 95 and 80 % as can be is best.[/]");

        void Add(ForecastScore score, string name, double? weight) => table.Add(
            name, Number(score.Mase, "0.000"), Number(score.Smape, "0.00"), Number(score.Msis95, "0.00"), Percent(score.Coverage95), Percent(score.Coverage80), Figures.Percent(weight));
    }

    private static string Percent(double? ratio) => Number(ratio * 100, "0.0 \\%");

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? Figures.Unknown;
}
