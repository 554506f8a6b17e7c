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
    /// <param name="takesZero">Whether no time at all makes sense.</param>
    public static Option<TimeSpan?> Option(string name, string description, string? standard, bool takesZero = false) => new(name)
    {
        Description = standard is null ? description : $"{description} [default: {standard}]",
        HelpName = "TIME",
        CustomParser = result => Parse(result, name, takesZero),
    };

    private static TimeSpan? Parse(ArgumentResult result, string name, bool takesZero)
    {
        var text = result.Tokens[0].Value;
        var duration = DurationText.TryParse(text);
        if (duration is null)
        {
            result.AddError($"{name}: {DurationText.Fault(text)}.");
        }
        else if (duration == TimeSpan.Zero && !takesZero)
        {
            result.AddError($"{name} must be more than 0.");
        }

        return duration;
    }
}
