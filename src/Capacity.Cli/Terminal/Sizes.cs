using System.CommandLine;
using System.CommandLine.Parsing;
using Capacity.Core.Units;

namespace Capacity.Cli.Terminal;

/// <summary>Options that take an amount of bytes.</summary>
internal static class Sizes
{
    /// <summary>Makes an option.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="standard">What holds where it is not given, for the help.</param>
    public static Option<long?> Option(string name, string description, string standard) => new(name)
    {
        Description = $"{description} [default: {standard}]",
        HelpName = "SIZE",
        CustomParser = result => Parse(result, name),
    };

    private static long? Parse(ArgumentResult result, string name)
    {
        var text = result.Tokens[0].Value;
        var size = SizeText.TryParse(text);
        if (size is null)
        {
            result.AddError($"{name}: '{text}' is no amount of bytes: {SizeText.Expected}.");
        }
        else if (size == MemorySize.Zero)
        {
            result.AddError($"{name} must be more than 0.");
        }

        return size?.Bytes;
    }
}
