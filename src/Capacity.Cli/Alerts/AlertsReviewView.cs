using System.Globalization;
using Capacity.Cli.Terminal;
using Capacity.Server.Api.Reviewing;
using Spectre.Console;

namespace Capacity.Cli.Alerts;

/// <summary>Shows a review on a terminal.</summary>
internal static class AlertsReviewView
{
    private const int MostNames = 15;
    private const int MostWoken = 15;

    public static void Show(ReviewDocument review, IReadOnlyList<RuleTrial>? trials, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]{Moments.Text(review.From)} to {Moments.Text(review.To)}[/]: [bold]{Figures.Counted(review.Pages, "page")}[/], {review.NightPages} at night, {review.WithoutAction.Count} for what went away by itself; {Figures.Counted(review.Tickets, "ticket")}; {Figures.Percent(review.CompressionRatio)} of {Figures.Count(review.Received)} alerts woke nobody");
        console.MarkupLineInterpolated($"To the page: {Times(review.TimeToPage)}. Until somebody took it on: {Times(review.TimeToAcknowledge)}.");
        Title(console, "Pages of each shift");
        var shifts = new FittedTable(new("Shift"), new("From"), Column.Figure("Pages"), Column.Figure("At night", 1), Column.Figure("For nothing", 2), Column.Figure("Tickets", 3));
        foreach (var shift in review.Shifts)
        {
            shifts.Add(
                Markup.Escape(shift.Shift), Moments.Text(shift.From), shift.IsTooMuch ? $"[red]{shift.Pages}[/]" : $"{shift.Pages}", $"{shift.NightPages}", $"{shift.WithoutAction}", $"{shift.Tickets}");
        }

        shifts.WriteTo(console);
        if (review.Names.Count > 0)
        {
            Title(console, "Noisiest alerts");
            var names = new FittedTable(
                Column.Name("Alert"), Column.Figure("Fired"), Column.Figure("Paged"), Column.Figure("For nothing", 3), Column.Figure("Part of an incident", 1), Column.Figure("Held", 1), Column.Figure("Tickets", 2));
            foreach (var name in review.Names.Take(MostNames))
            {
                names.Add(Markup.Escape(name.Name), $"{name.Received}", $"{name.Paged}", $"{name.WithoutAction}", $"{name.Attached}", $"{name.Held}", $"{name.Tickets}");
            }

            names.WriteTo(console);
        }

        if (review.WithoutAction.Count > 0)
        {
            Title(console, "Woken for nothing");
            foreach (var incident in review.WithoutAction.Take(MostWoken))
            {
                console.MarkupLineInterpolated($"{Moments.Text(incident.PagedAt)}  {incident.Cause} [dim](over after {Moments.Span(incident.ResolvedAt - incident.PagedAt)})[/]");
            }
        }

        Title(console, "What a change of the rules would have done");
        if (trials is null)
        {
            console.MarkupLine("Not tried: give a kept log of received alerts, --log PATH. [dim]The service keeps one where alerts.receivedLog says so.[/]");
            return;
        }

        var rules = new FittedTable(Column.Name("Change"), Column.Figure("Pages"), Column.Figure("Fewer"), Column.Figure("More"), new("Later by", 1), Column.Name("Would have paged nobody", 2));
        foreach (var trial in trials)
        {
            rules.Add(
                Markup.Escape(trial.Change ?? "none: the rules as they are"),
                $"{trial.Pages}",
                $"{trial.Fewer.Count}",
                $"{trial.More.Count}",
                trial.LongestDelaySeconds > 0 ? Moments.Span(TimeSpan.FromSeconds(trial.LongestDelaySeconds)) : "-",
                Markup.Escape(string.Join("; ", trial.Fewer)));
        }

        rules.WriteTo(console);
    }

    private static string Times(TimesDocument? times) => times is null
        ? Figures.Unknown
        : string.Create(CultureInfo.InvariantCulture, $"{Moments.Span(TimeSpan.FromSeconds(times.MedianSeconds))} half of the time, {Moments.Span(TimeSpan.FromSeconds(times.LongestSeconds))} at most");

    private static void Title(IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{text}[/]");
    }
}
