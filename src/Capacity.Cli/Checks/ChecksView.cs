using System.Globalization;
using Capacity.Cli.Terminal;
using Capacity.Server.Api.Checks;
using Spectre.Console;

namespace Capacity.Cli.Checks;

/// <summary>Shows checks on a terminal: what is wrong first, then all of them.</summary>
internal static class ChecksView
{
    public static void Show(ChecksDocument document, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]Checks of {document.Cluster}[/], {(document.At is { } at ? $"last look {at:yyyy-MM-dd HH:mm:ss} UTC" : "which have not looked yet")}");
        console.WriteLine();
        Subjects(document, console);
        Checks(document).WriteTo(console);
    }

    private static void Subjects(ChecksDocument document, IAnsiConsole console)
    {
        foreach (var (check, subject) in document.Checks.SelectMany(c => c.Subjects, (c, s) => (c, s)).OrderBy(s => s.s.State != "firing").ThenByDescending(s => s.s.Since))
        {
            console.MarkupLineInterpolated($"[{Colour(subject.State)}]{subject.State}[/] [bold]{check.Name}[/] {check.Severity} since {subject.Since:yyyy-MM-dd HH:mm:ss} UTC");
            console.MarkupLineInterpolated($"  {subject.Description}");
        }

        if (document.Checks.Any(c => c.Subjects.Count > 0))
        {
            console.WriteLine();
        }
    }

    private static FittedTable Checks(ChecksDocument document)
    {
        var table = new FittedTable(new("Check"), new("State"), new("Severity", 2), Column.Figure("Threshold", 3), new("Unit", 4), Column.Figure("For", 3), new("Blind because", 1) { Shortest = 16 });
        foreach (var check in document.Checks)
        {
            table.Add(
                Markup.Escape(check.Name),
                $"[{Colour(check.State)}]{check.State}[/]",
                check.Severity,
                check.Threshold is { } threshold ? string.Create(CultureInfo.InvariantCulture, $"{(check.Below ? "<" : ">")} {threshold:0.###}") : "",
                Markup.Escape(check.Threshold is null ? "" : check.Unit),
                Time(TimeSpan.FromSeconds(check.ForSeconds)),
                Markup.Escape(check.Blindness ?? ""));
        }

        return table;
    }

    private static string Time(TimeSpan time) =>
        time < TimeSpan.FromMinutes(1) ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s")
        : time < TimeSpan.FromHours(2) ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.#} min")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.#} h");

    private static string Colour(string state) => state switch
    {
        "firing" => "red",
        "pending" or "ending" => "yellow",
        "ok" => "green",
        _ => "dim",
    };
}
