using System.CommandLine;

namespace Capacity.Cli.Terminal;

/// <summary>Options that take one word of a few.</summary>
internal static class Choices
{
    /// <summary>Makes an option.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="helpName">What stands for the word in the help.</param>
    /// <param name="words">The words; the first holds where the option is not given.</param>
    public static Option<string> Option(string name, string description, string helpName, IReadOnlyList<string> words)
    {
        var option = new Option<string>(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => words[0] };
        option.CompletionSources.Add([.. words]);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !words.Contains(token.Value))
            {
                result.AddError($"{name} takes {string.Join(", ", words.SkipLast(1))} or {words[^1]}.");
            }
        });
        return option;
    }

    /// <summary>Refuses an option that says which table to write, where none is written as CSV.</summary>
    /// <param name="result">The arguments.</param>
    /// <param name="table">The option.</param>
    /// <param name="format">The form of the answer.</param>
    /// <exception cref="UserErrorException">It is given, and the form is another one.</exception>
    public static void NeedsCsv(ParseResult result, Option<string> table, string format)
    {
        if (format != "csv" && result.GetResult(table) is { Implicit: false })
        {
            throw new UserErrorException($"{table.Name} needs --output csv.");
        }
    }
}
