using System.CommandLine;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Matchers;

namespace Capacity.Cli.Silences;

/// <summary>Matchers on a command line, as amtool takes them.</summary>
internal static class MatcherArguments
{
    /// <summary>Makes the argument.</summary>
    /// <param name="description">What the matchers are for.</param>
    /// <param name="least">How many there have to be.</param>
    public static Argument<string[]> Create(string description, int least) => new("MATCHER")
    {
        Description = $"{description} Such as zone=a, host=~\"ag-.*\", severity!=critical; a word alone, as the first, is an alert's name.",
        Arity = new(least, 100_000),
    };

    /// <summary>Reads them.</summary>
    /// <exception cref="UserErrorException">One of them is none.</exception>
    public static IReadOnlyList<Matcher> Read(IReadOnlyList<string> texts) => [.. texts.Select(Read)];

    private static Matcher Read(string text, int place) =>
        place == 0 && AlertNameText.TryParse(text, out var name) ? name
        : MatcherText.TryParse(text, out var matcher, out var error) ? matcher
        : throw new UserErrorException($"'{text}' is no matcher ({error}): write name=value, name!=value, name=~regexp or name!~regexp.");
}
