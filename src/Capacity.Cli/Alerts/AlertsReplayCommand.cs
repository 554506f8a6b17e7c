using System.CommandLine;
using Capacity.Cli.Terminal;
using Capacity.Core.Alerting.Policies;

namespace Capacity.Cli.Alerts;

/// <summary><c>capacity alerts replay</c>: what a stored storm would have paged.</summary>
internal static class AlertsReplayCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The storm: a scenario (JSON), or a log of received alerts (JSON lines). docs/alerts.md has both." };
        var policy = new Option<string?>("--policy") { Description = "How to decide, in YAML; what it leaves out is as usual.", HelpName = "FILE" };
        var output = Choices.Option("--output", "table for people, json for machines.", "table|json", ["table", "json"]);
        var pages = new Option<string?>("--pages") { Description = "Write the pager's calls into this file, one JSON object a line.", HelpName = "FILE" };
        var noContext = new Option<bool>("--no-context") { Description = "Leave out what was known besides the alerts." };
        var severity = Choices.Option("--severity", "The severities of a scenario: typical, or curated (one of several is a warning).", "typical|curated", ["typical", "curated"]);
        var command = new Command("replay", "Run a stored storm of alerts through the correlator: incidents, pages, delays, reasons.") { file, policy, output, pages, noContext, severity };
        command.SetAction((result, cancellationToken) =>
        {
            var chosen = result.GetValue(policy) is { } path ? PolicyFile.Read(path) : AlertPolicy.Default;
            var storm = StormReader.Read(result.GetValue(file)!, !result.GetValue(noContext), result.GetValue(severity) == "curated");
            var replayed = StormReplay.Run(storm, chosen, cancellationToken);
            if (result.GetValue(pages) is { } target)
            {
                WritePages(replayed, target);
            }

            var writer = result.InvocationConfiguration.Output;
            if (result.GetValue(output) == "json")
            {
                writer.WriteLine(AlertsReplayDocument.Write(replayed));
            }
            else
            {
                AlertsReplayView.Show(replayed, Consoles.ForResults(writer));
            }

            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    private static void WritePages(ReplayResult replayed, string path)
    {
        try
        {
            using var stream = File.Create(path);
            PagerCalls.Write(replayed, stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"--pages: '{path}' cannot be written: {e.Message}", ExitCodes.Failed);
        }
    }
}
