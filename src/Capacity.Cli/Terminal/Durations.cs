using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Capacity.Cli.Terminal;

/// <summary>Durations as people write them: <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>2h</c>, <c>1d</c>.</summary>
internal static class Durations
{
    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400)];

    /// <summary>Reads a positive duration.</summary>
    /// <returns>The duration, or <see langword="null"/> where the text is none.</returns>
    public static TimeSpan? TryParse(string text)
    {
        foreach (var (unit, seconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && value > 0 && value * seconds < TimeSpan.FromDays(3650).TotalSeconds)
            {
                return TimeSpan.FromSeconds(value * seconds);
            }
        }

        return null;
    }

    /// <summary>Makes an option that takes a duration.</summary>
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
        if (TryParse(text) is { } duration)
        {
            return duration;
        }

        result.AddError($"'{text}' is no duration: write a number and its unit, such as 500ms, 30s, 5m, 2h or 1d.");
        return null;
    }
}
