using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Capacity.Cli.Terminal;

/// <summary>Options that take a whole number within a range.</summary>
internal static class WholeNumbers
{
    public static Option<int> Option(string name, string description, int standard, int min, int max) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result => Parse(result, $"{name} takes a whole number from {min} to {max}.", min, max),
    };

    private static int Parse(ArgumentResult result, string fault, int min, int max)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        result.AddError(fault);
        return min;
    }
}
