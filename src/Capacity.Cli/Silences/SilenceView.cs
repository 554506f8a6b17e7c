using Capacity.Cli.Terminal;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Silences;
using Capacity.Server.AlertmanagerApi;
using Spectre.Console;

namespace Capacity.Cli.Silences;

/// <summary>Shows silences, and what they match, on a terminal.</summary>
internal static class SilenceView
{
    private const int MostNames = 20;
    private const int MostExamples = 5;

    public static string Text(IReadOnlyList<Matcher> matchers) => string.Join(", ", matchers);

    /// <summary>Says what a silence would keep quiet.</summary>
    public static void ShowPreview(IReadOnlyList<Matcher> matchers, SilencePreviewDocument preview, IAnsiConsole console)
    {
        var already = preview.Matched - preview.NotSilencedYet;
        var what = preview.Matched == 0 ? "none" : $"{Figures.Count(preview.Matched)}";
        console.MarkupLineInterpolated($"[bold]{Text(matchers)}[/] matches [bold]{what}[/] of {Figures.Count(preview.Firing)} alerts that fire now{(already > 0 ? $", {Figures.Count(already)} of them silenced already" : "")}");
        foreach (var (name, count) in preview.ByName.Take(MostNames))
        {
            console.MarkupLineInterpolated($"{count,7}  {(name.Length > 0 ? name : "(no name)")}");
        }

        if (preview.ByName.Count > MostNames)
        {
            console.MarkupLineInterpolated($"         and {preview.ByName.Count - MostNames} more names");
        }

        foreach (var alert in preview.Sample.Take(MostExamples))
        {
            console.MarkupLineInterpolated($"[dim]{"such as",7}  {{{string.Join(", ", alert.Select(l => $"{l.Key}=\"{l.Value}\""))}}}[/]");
        }

        if (preview.IsEverything)
        {
            console.MarkupLine("[yellow]! This is everything that fires.[/]");
        }
    }

    /// <summary>Shows a list.</summary>
    /// <param name="silences">The silences.</param>
    /// <param name="silenced">How many alerts each keeps quiet now.</param>
    /// <param name="now">The time.</param>
    /// <param name="console">The terminal.</param>
    public static void ShowAll(IReadOnlyList<ListedSilence> silences, IReadOnlyDictionary<Guid, int> silenced, DateTimeOffset now, IAnsiConsole console)
    {
        if (silences.Count == 0)
        {
            console.MarkupLine("No silences. [dim]--state all shows those that are over too.[/]");
            return;
        }

        var table = new FittedTable(
            new("Id"), new("State", 4), new("When"), Column.Figure("Alerts now", 2), Column.Name("Matchers"), Column.Name("By", 3), Column.Name("Comment", 1));
        foreach (var (silence, state, _) in silences)
        {
            table.Add(
                $"{silence.Id}",
                Phrases.Of(state),
                When(silence, state, now),
                Figures.Count(silenced.GetValueOrDefault(silence.Id)),
                Markup.Escape(Text(silence.Matchers)),
                Markup.Escape(silence.CreatedBy),
                Markup.Escape(silence.Comment));
        }

        table.WriteTo(console);
    }

    private static string When(Silence silence, SilenceState state, DateTimeOffset now) => state switch
    {
        SilenceState.Active => $"for {Moments.Span(silence.EndsAt - now)} more",
        SilenceState.Pending => $"from {Moments.Text(silence.StartsAt)}",
        _ => $"ended {Moments.Text(silence.EndsAt)}",
    };
}
