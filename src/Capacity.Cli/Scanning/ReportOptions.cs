using System.CommandLine;
using Capacity.Cli.Terminal;
using Capacity.Server.Api.Scan;

namespace Capacity.Cli.Scanning;

/// <summary>The options that say how to take samples and what to write.</summary>
internal sealed class ReportOptions
{
    private readonly Option<int> samples = Whole("--samples", "How many samples to take; CPU needs two.", 2, 1, 1000);
    private readonly Option<TimeSpan> interval = Duration("--interval", "The time between two samples.", TimeSpan.FromSeconds(30));
    private readonly Option<TimeSpan> leaderWait = Duration("--leader-wait", "How long to wait while an election is under way.", TimeSpan.FromSeconds(30));
    private readonly Option<int> top = Whole("--top", "How many apps and agents the tables show.", 15, 1, 1_000_000);
    private readonly Option<bool> containers = new("--containers") { Description = "Put every container into the JSON." };
    private readonly Option<bool> schema = new("--schema") { Description = "Print the JSON Schema of the report, and do nothing else." };
    private readonly Option<ScanOutput> output = new("--output")
    {
        Description = "table for people, json (the whole report, versioned), or csv (one table of it).",
        HelpName = "table|json|csv",
        DefaultValueFactory = _ => ScanOutput.Table,
    };

    private readonly Option<string> table = new("--table")
    {
        Description = $"The table to write as CSV: {string.Join(", ", ScanTables.Names)}.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "apps",
    };

    public ReportOptions() => table.AcceptOnlyFromAmong([.. ScanTables.Names]);

    public void AddTo(Command command)
    {
        Option[] all = [samples, interval, leaderWait, output, table, top, containers, schema];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }
    }

    public bool IsSchemaWanted(ParseResult result) => result.GetValue(schema);

    public ReportRequest Read(ParseResult result) => new(
        new(result.GetValue(samples), result.GetValue(interval), result.GetValue(leaderWait)),
        result.GetValue(output),
        result.GetValue(table)!,
        result.GetValue(top),
        result.GetValue(containers));

    private static Option<int> Whole(string name, string description, int value, int min, int max)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };
        option.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && int.TryParse(r.Tokens[0].Value, out var n) && (n < min || n > max))
            {
                r.AddError($"{name} takes a whole number from {min} to {max}.");
            }
        });
        return option;
    }

    private static Option<TimeSpan> Duration(string name, string description, TimeSpan value) =>
        new(name) { Description = description, HelpName = "TIME", CustomParser = Durations.Parse, DefaultValueFactory = _ => value };
}
