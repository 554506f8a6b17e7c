using System.CommandLine;
using System.CommandLine.Parsing;
using Capacity.Core.Units;

namespace Capacity.Cli.Terminal;

/// <summary>Options that take a duration.</summary>
internal static class Durations
{
    /// <summary>Makes an option.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="standard">What holds where it is not given, for the help; <see langword="null"/> where that goes without saying.</param>
    public static Option<TimeSpan?> Option(string name, string description, string? standard) => new(name)
    {
        Description = standard is null ? description : $"{description} [default: {standard}]",
        HelpName = "TIME",
        CustomParser = Parse,
    };

    private static TimeSpan? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DurationText.TryParse(text) is { } duration)
        {
            return duration;
        }

        result.AddError($"'{text}' is no duration: {DurationText.Expected}.");
        return null;
    }
}
