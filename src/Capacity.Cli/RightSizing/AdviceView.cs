using System.Text.Json.Nodes;
using Capacity.Cli.Terminal;
using Capacity.Server.RightSizing;
using Spectre.Console;

namespace Capacity.Cli.RightSizing;

/// <summary>Shows advice on a terminal.</summary>
internal static class AdviceView
{
    public static void ShowAll(JsonArray apps, IAnsiConsole console)
    {
        var table = new FittedTable(
            Column.Name("App"), new("Team", 4), new("Verdict"), Column.Figure("Now"), Column.Figure("Should have"), Column.Figure("Saves/month"), new("Grade", 3), new("Reasons", 5) { Shortest = 12 });
        foreach (var app in apps.OfType<JsonNode>())
        {
            var verdict = Text(app["verdict"]);
            table.Add(
                Markup.Escape(Text(app["id"])),
                Markup.Escape(Text(app["team"])),
                verdict == "tooSmall" ? $"[red]{verdict}[/]" : verdict,
                Shape(app["current"]),
                Shape(app["recommended"]),
                Amounts.Number(Number(app["savingPerHour"]) * Amounts.HoursPerMonth),
                Text(app["grade"]),
                Markup.Escape(string.Join(' ', app["reasons"]!.AsArray().Select(r => Text(r!["code"])))));
        }

        if (apps.Count == 0)
        {
            console.MarkupLine("No app is like that. Without options, all apps are listed.");
            return;
        }

        table.WriteTo(console);
        console.MarkupLine($"[dim]{Figures.Counted(apps.Count, "app")}; following all advice saves {Amounts.Number(apps.Sum(a => Number(a!["savingPerHour"])) * Amounts.HoursPerMonth)} of {Amounts.Number(apps.Sum(a => Number(a!["costPerHour"])) * Amounts.HoursPerMonth)} a month at the configured prices.[/]");
    }

    public static void Explain(JsonNode app, TextWriter output)
    {
        output.WriteLine($"{app["id"]} ({app["framework"]}{(app["team"] is null ? "" : $", team {app["team"]}")}): {app["verdict"]}, grade {app["grade"]}");
        output.WriteLine($"  now {Shape(app["current"])}; should have {Shape(app["recommended"])}; saves {Amounts.Number(Number(app["savingPerHour"]) * Amounts.HoursPerMonth)} of {Amounts.Number(Number(app["costPerHour"]) * Amounts.HoursPerMonth)} a month");
        output.WriteLine($"  from the days {app["windowFrom"]} up to {app["windowEnd"]}");
        foreach (var reason in app["reasons"]!.AsArray())
        {
            output.WriteLine($"  - {reason!["code"]}: {reason["text"]}");
        }

        if (app["unreadLabels"]?.AsArray() is { Count: > 0 } labels)
        {
            output.WriteLine($"  labels that cannot be read, and so say nothing: {string.Join(", ", labels)}");
        }

        Evidence("CPU, cores", app["cpu"], v => Amounts.Cores(v), output);
        Evidence("memory", app["memory"], v => Amounts.Bytes(v), output);
        if (app["count"] is { } count)
        {
            output.WriteLine($"  count: {count["recommended"]} of {count["current"]}; all together want {Amounts.Cores(Number(count["demandP99"]))} cores 99 % of the time, {Amounts.Cores(Number(count["demandEach"]))} each, {Amounts.Cores(Number(count["demandEachAfterLoss"]))} each after the loss of the largest of {count["failureDomains"]} failure domains; never fewer than {count["floor"]}");
        }

        output.WriteLine(app["backTest"] is { } test
            ? $"  tested on the week from {test["from"]}: would have advised {Amounts.Cores(Number(test["cores"]))} cores and {Amounts.Bytes(Number(test["bytes"]))}; CPU above it {Percent(test["cpuExceedRatio"])}, memory up to {Amounts.Bytes(Number(test["memoryPeakBytes"]))}: {(test["memoryBreached"]?.GetValue<bool>() == true ? "it would have broken" : "it fits")} (the size alone, at the number of instances that ran)"
            : "  not tested yet: that takes two weeks");
        if (app["outcome"] is { } outcome)
        {
            output.WriteLine($"  what happened after the change of {outcome["changedAt"]}, from {Shape(outcome["from"])} to {Shape(outcome["to"])}: {Realised(Number(outcome["realisedPerHour"]))}; in {Amounts.Counted((int)Number(outcome["days"])!.Value, "day")} since, {Amounts.Counted((int)Number(outcome["memoryKills"])!.Value, "kill")} for memory, throttled {Percent(outcome["throttledRatio"])}, above the CPU request {Percent(outcome["cpuExceedRatio"])} of the samples");
        }

        if (app["decision"] is { } decision)
        {
            output.WriteLine($"  the owner {decision["kind"]} it at {decision["at"]}: {decision["reason"]}");
        }

        if (app["marathonPatch"] is { } patch)
        {
            output.WriteLine($"  PUT /v2/apps{app["id"]} {patch.ToJsonString()}");
        }
        else if (app["whyNoMarathonPatch"] is { } why)
        {
            output.WriteLine($"  {why}");
        }
    }

    private static void Evidence(string name, JsonNode? e, Func<double?, string> write, TextWriter output)
    {
        if (e is not null)
        {
            output.WriteLine($"  {name}: now {write(Number(e["current"]))}, advised {write(Number(e["recommended"]))}, needed {write(Number(e["needed"]))}, p99 {write(Number(e["p99"]))}, peak {write(Number(e["peak"]))} at {e["peakAt"]}, censored {Percent(e["censoredRatio"])}");
        }
    }

    private static string Shape(JsonNode? shape) => shape is null ? "-" : $"{Amounts.Cores(Number(shape["cpuCores"]))} + {Amounts.Bytes(Number(shape["memoryBytes"]))} x{shape["instances"]}";

    private static string Realised(double? perHour) => perHour < 0
        ? $"costs {Amounts.Number(-perHour * Amounts.HoursPerMonth)} more a month"
        : $"saves {Amounts.Number(perHour * Amounts.HoursPerMonth)} a month";

    private static string Text(JsonNode? node) => node?.ToString() ?? string.Empty;

    private static double? Number(JsonNode? node) => node?.GetValue<double>();

    private static string Percent(JsonNode? node) => Number(node) is double ratio ? Figures.Percent(ratio) : "-";
}
