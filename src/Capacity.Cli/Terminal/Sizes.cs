using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Capacity.Cli.Terminal;

/// <summary>Amounts of bytes as people write them: <c>64MiB</c>, <c>1GiB</c>, <c>1000000</c>.</summary>
internal static class Sizes
{
    private static readonly (string Unit, long Bytes)[] Units = [("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("B", 1), (string.Empty, 1)];

    /// <summary>Makes an option that takes an amount of bytes.</summary>
    public static Option<long?> Option(string name, string description, string standard) => new(name)
    {
        Description = $"{description} [default: {standard}]",
        HelpName = "SIZE",
        CustomParser = Parse,
    };

    private static long? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        foreach (var (unit, bytes) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && long.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && value > 0 && value < (1L << 40) / bytes)
            {
                return value * bytes;
            }
        }

        result.AddError($"'{text}' is no amount of bytes: write a number and its unit, such as 64MiB or 1GiB.");
        return null;
    }
}
