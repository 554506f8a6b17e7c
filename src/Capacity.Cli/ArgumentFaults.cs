using System.CommandLine;
using System.CommandLine.Parsing;

namespace Capacity.Cli;

/// <summary>Says what is wrong with the arguments: a line for each fault, and one for the help.</summary>
internal static class ArgumentFaults
{
    public static async Task WriteAsync(ParseResult parsed, TextWriter error)
    {
        foreach (var fault in Faults(parsed).Distinct())
        {
            await error.WriteLineAsync(fault);
        }

        await error.WriteLineAsync($"{PathOf(parsed.CommandResult)} --help says what it takes.");
    }

    private static IEnumerable<string> Faults(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count == 0 || (command.Action is not null && parsed.UnmatchedTokens.Count == 0))
        {
            return parsed.Errors.Select(e => e.Message);
        }

        // The library would say both that a command is missing and that it does not know the word.
        var choice = string.Join(", ", command.Subcommands.Select(c => c.Name));
        return [parsed.UnmatchedTokens is [var word, ..] ? $"'{word}' is no command; the commands are: {choice}." : $"Name a command: {choice}."];
    }

    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : "capacity";
}
