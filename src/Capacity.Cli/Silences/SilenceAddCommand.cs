using System.CommandLine;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;
using Capacity.Core.Alerting.Silences;

namespace Capacity.Cli.Silences;

/// <summary><c>capacity silence add</c>: makes a silence, and says before what it matches.</summary>
internal static class SilenceAddCommand
{
    public static Command Create(TimeProvider time)
    {
        var service = new ServiceOptions(needsRunning: true);
        var matchers = MatcherArguments.Create("What to silence: an alert has to meet all of them.", least: 1);
        var duration = Durations.Option("--duration", "How long it holds.", "1h");
        duration.Aliases.Add("-d");
        var start = new Option<string?>("--start") { Description = "When it begins: a time, or a length of time from now. [default: now]", HelpName = "TIME" };
        var end = new Option<string?>("--end") { Description = "When it ends, in the place of --duration.", HelpName = "TIME" };
        var comment = new Option<string>("--comment", "-c") { Description = "Why, in your words.", HelpName = "TEXT", Required = true };
        var author = new Option<string?>("--author", "-a") { Description = "Who you are. [default: the name you are logged in with]", HelpName = "NAME" };
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask." };
        var output = Choices.Option("--output", "text for people, json for machines.", "text|json", ["text", "json"]);
        var command = new Command("add", """
            Make a silence, after saying what it matches.
              capacity silence add NodeDown zone=a --duration 2h --comment "kernel update"
            """)
        {
            matchers, duration, start, end, comment, author, yes, output,
        };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            if (result.GetValue(duration) is not null && result.GetValue(end) is not null)
            {
                throw new UserErrorException("Give --duration or --end, not both.");
            }

            var wanted = MatcherArguments.Read(result.GetValue(matchers)!);
            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            var now = await client.NowAsync(time, cancellationToken);
            DateTimeOffset? begins = result.GetValue(start) is { } from ? Moments.Read("--start", from, now) : null;
            var starts = begins ?? now;
            var ends = result.GetValue(end) is { } until ? Moments.Read("--end", until, now) : starts + (result.GetValue(duration) ?? TimeSpan.FromHours(1));
            var draft = new SilenceDraft(null, wanted, begins, ends, Author(result.GetValue(author)), Comment(result.GetValue(comment)!));
            var silences = new SilenceClient(client);
            var (writer, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            SilenceView.ShowPreview(wanted, await silences.PreviewAsync(wanted, cancellationToken), Consoles.ForResults(error));
            if (!result.GetValue(yes) && !Confirmation.Ask($"Silence that {(starts > now ? $"from {Moments.Text(starts)} " : "")}until {Moments.Text(ends)}, for {Moments.Span(ends - starts)}, as {draft.CreatedBy}?", Console.In, error))
            {
                await error.WriteLineAsync("Nothing is silenced.");
                return ExitCodes.Failed;
            }

            var id = await silences.PutAsync(draft, cancellationToken);
            await writer.WriteLineAsync(result.GetValue(output) == "json"
                ? RightSizeCommand.Pretty(await client.GetAsync($"/api/v2/silence/{id}", cancellationToken))
                : $"{id}: silenced until {Moments.Text(ends)}.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static string Author(string? given) => (given ?? Environment.UserName).Trim() is { Length: > 0 } name
        ? name
        : throw new UserErrorException("--author: say who you are.");

    private static string Comment(string given) => given.Trim() is { Length: > 0 } comment
        ? comment
        : throw new UserErrorException("--comment: say why, so that others know what to do with it.");
}
