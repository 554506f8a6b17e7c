using System.CommandLine;

namespace Capacity.Cli.Terminal;

/// <summary>Options that take a whole number within a range.</summary>
internal static class WholeNumbers
{
    public static Option<int> Option(string name, string description, int standard, int min, int max)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => standard };
        option.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && int.TryParse(r.Tokens[0].Value, out var n) && (n < min || n > max))
            {
                r.AddError($"{name} takes a whole number from {min} to {max}.");
            }
        });
        return option;
    }
}
