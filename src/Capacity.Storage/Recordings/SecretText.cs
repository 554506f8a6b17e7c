using System.Text.RegularExpressions;

namespace Capacity.Storage.Recordings;

/// <summary>Replaces what looks like a secret in free text: less sure than what <see cref="SecretJson"/> knows, and so it takes more.</summary>
internal static partial class SecretText
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Redacted = "REDACTED";

    /// <summary>Replaces in one value: the user info of URLs, the command in the name of an executor, <c>token=…</c> and the like.</summary>
    public static string RedactValue(string value)
    {
        var result = value.Contains('@', StringComparison.Ordinal) ? UserInfo.Replace(value, "REDACTED@") : value;
        result = result.Contains('=', StringComparison.Ordinal) ? Assignment.Replace(result, "$1REDACTED") : result;
        return CommandToTheEnd.Replace(result, "(Command: REDACTED)");
    }

    /// <summary>Replaces in text of any kind, JSON that cannot be read among it.</summary>
    public static string RedactText(string text)
    {
        var tree = TreeOfSecrets.Match(text);
        var result = tree.Success ? text[..tree.Index] + tree.Groups[1].Value + Redacted : text;
        result = UserInfo.Replace(result, "REDACTED@");
        result = UserInfoCutOff.Replace(result, Redacted);
        result = ValueAfterName.Replace(result, $"$1\"{Redacted}\"");
        result = ValueBeforeName.Replace(result, $"$1\"{Redacted}\"$2");
        result = Command.Replace(result, "(Command: REDACTED)");
        return NamedValue.Replace(result, m => m.Groups[2].Value.StartsWith('"') ? $"{m.Groups[1]}\"{Redacted}\"" : m.Groups[1] + Redacted);
    }

    /// <summary>Keeps the scheme and the realm of a challenge.</summary>
    public static string RedactChallenge(string challenge)
    {
        var scheme = challenge.Trim().Split([' ', ','], 2)[0];
        var realm = Realm.Match(challenge);
        return realm.Success ? $"{scheme} {realm.Value}" : scheme;
    }

    // Greedy: a password may hold an @ itself. One that holds a slash is no URL.
    [GeneratedRegex("""(?<=//|\\/\\/)[^/\s"'<>\\]+@""")]
    private static partial Regex UserInfo { get; }

    [GeneratedRegex("""(?<=//|\\/\\/)[^/\s"'<>\\:]*:[^/\s"'<>\\]*\z""")]
    private static partial Regex UserInfoCutOff { get; }

    [GeneratedRegex($"""((?:{SecretNames.Pattern})[\w.\-]{"{0,64}"}=)[^\s&"'<#]+""", RegexOptions.IgnoreCase)]
    private static partial Regex Assignment { get; }

    [GeneratedRegex(@"\(Command: .*\z", RegexOptions.Singleline)]
    private static partial Regex CommandToTheEnd { get; }

    [GeneratedRegex("""\(Command: (?>[^"\\\r\n]+|\\.)*""", RegexOptions.Singleline)]
    private static partial Regex Command { get; }

    [GeneratedRegex(
        $"""((?:{SecretNames.Pattern}|["'](?:env|cmd|args|argv|command|arguments))[\w.\-]{"{0,64}"}\\?["']?\s{"{0,8}"}[:=]\s{"{0,8}"})("(?>[^"\\]+|\\.)*"?|[^\r\n"'&<]+)""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex NamedValue { get; }

    [GeneratedRegex(
        $"""("(?:env|secrets|cmd|args|argv|command|arguments|[^"]{"{0,64}"}(?:environment|{SecretNames.Pattern})[^"]{"{0,64}"})"\s{"{0,8}"}:\s{"{0,8}"})[\[{"{"}]""",
        RegexOptions.IgnoreCase)]
    private static partial Regex TreeOfSecrets { get; }

    [GeneratedRegex(
        $"""("(?:key|name)"\s{"{0,8}"}:\s{"{0,8}"}"[^"]{"{0,64}"}(?:{SecretNames.Pattern})[^"]{"{0,64}"}"\s{"{0,8}"},\s{"{0,8}"}"value"\s{"{0,8}"}:\s{"{0,8}"})"(?>[^"\\]+|\\.)*"?""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ValueAfterName { get; }

    [GeneratedRegex(
        $"""("value"\s{"{0,8}"}:\s{"{0,8}"})"(?>[^"\\]+|\\.)*"(\s{"{0,8}"},\s{"{0,8}"}"(?:key|name)"\s{"{0,8}"}:\s{"{0,8}"}"[^"]{"{0,64}"}(?:{SecretNames.Pattern}))""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ValueBeforeName { get; }

    [GeneratedRegex("realm=\"[^\"]*\"", RegexOptions.IgnoreCase)]
    private static partial Regex Realm { get; }
}
