using System.Globalization;
using System.Text.RegularExpressions;

namespace Capacity.Storage.State.Sqlite;

/// <summary>The steps that this program knows, in order. A step that was released is never changed: a later one corrects it.</summary>
internal static partial class Migrations
{
    /// <summary>Reads the steps, which are part of the assembly.</summary>
    public static IReadOnlyList<Migration> Read()
    {
        var assembly = typeof(Migrations).Assembly;
        var steps = assembly.GetManifestResourceNames()
            .Select(name => (Name: name, Match: Numbered().Match(name)))
            .Where(r => r.Match.Success)
            .Select(r => new Migration(int.Parse(r.Match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), r.Name, Text(r.Name)))
            .OrderBy(m => m.Version)
            .ToList();
        return steps.Select((m, i) => m.Version == i + 1).All(good => good)
            ? steps
            : throw new InvalidOperationException("Migrations must be numbered 1, 2, 3 without a gap.");

        string Text(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }

    [GeneratedRegex(@"^(\d{4})_[a-z0-9_]+\.sql$")]
    private static partial Regex Numbered();
}
