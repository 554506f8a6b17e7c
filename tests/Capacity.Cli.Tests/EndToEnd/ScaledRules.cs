using System.Globalization;
using System.Text.RegularExpressions;

namespace Capacity.Cli.Tests.EndToEnd;

/// <summary>The rules of <c>alert-rules/</c>, with every <c>for</c> shorter, so that a test of minutes sees what they say of an hour.</summary>
internal static partial class ScaledRules
{
    /// <summary>Writes the rules into a folder.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="factor">How many times shorter.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteAsync(string folder, double factor, CancellationToken cancellationToken)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Folder, "alert-rules"), "*.rules.yaml"))
        {
            var text = await File.ReadAllTextAsync(file, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, Path.GetFileName(file)), Duration().Replace(text, m => $"for: {Scale(m, factor)}s"), cancellationToken);
        }
    }

    private static int Scale(Match hold, double factor)
    {
        var seconds = double.Parse(hold.Groups["count"].Value, CultureInfo.InvariantCulture) * (hold.Groups["unit"].Value switch { "s" => 1, "m" => 60, _ => 3600 });
        return (int)Math.Ceiling(seconds / factor);
    }

    [GeneratedRegex(@"\bfor: (?<count>\d+)(?<unit>[smh])\b")]
    private static partial Regex Duration();
}
