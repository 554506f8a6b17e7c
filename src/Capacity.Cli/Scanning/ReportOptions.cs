using System.CommandLine;
using Capacity.Cli.Terminal;
using Capacity.Server.Api.Scan;

namespace Capacity.Cli.Scanning;

/// <summary>The options that say how to take samples and what to write.</summary>
internal sealed class ReportOptions
{
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    private readonly Option<int> samples = WholeNumbers.Option("--samples", "How many samples to take; CPU needs two.", 2, 1, 1000);
    private readonly Option<TimeSpan?> interval = Durations.Option("--interval", "The time between two samples.", "30s");
    private readonly Option<TimeSpan?> leaderWait = Durations.Option("--leader-wait", "How long to wait while an election is under way; 0s for not at all.", "30s", takesZero: true);
    private readonly Option<int> top = WholeNumbers.Option("--top", "How many apps and agents the tables show.", 15, 1, 1_000_000);
    private readonly Option<bool> containers = new("--containers") { Description = "Put every container into the JSON." };
    private readonly Option<bool> schema = new("--schema") { Description = "Print the JSON Schema of the report, and do nothing else." };
    private readonly Option<string> output = Choices.Option(
        "--output", "table for people, json for the whole report, versioned, or csv for one table of it.", "table|json|csv", ["table", "json", "csv"]);

    private readonly Option<string> table = Choices.Option("--table", $"The table to write as CSV: {string.Join(", ", ScanTables.Names)}.", "NAME", ScanTables.Names);

    private Option[] All => [samples, interval, leaderWait, output, table, top, containers];

    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Adds the option that asks for the schema alone.</summary>
    public void AddSchemaTo(Command command) => command.Options.Add(schema);

    /// <summary>Names the options that the user gave.</summary>
    public IReadOnlyList<string> Given(ParseResult result) => [.. All.Where(o => result.GetResult(o) is { Implicit: false }).Select(o => o.Name)];

    public bool IsSchemaWanted(ParseResult result) => result.GetValue(schema);

    /// <summary>Reads the options.</summary>
    /// <exception cref="UserErrorException">Two of them do not go together.</exception>
    public ReportRequest Read(ParseResult result)
    {
        Choices.NeedsCsv(result, table, result.GetValue(output)!);
        return new(
            new(result.GetValue(samples), result.GetValue(interval) ?? HalfAMinute, result.GetValue(leaderWait) ?? HalfAMinute),
            Enum.Parse<ScanOutput>(result.GetValue(output)!, ignoreCase: true),
            result.GetValue(table)!,
            result.GetValue(top),
            result.GetValue(containers));
    }
}
