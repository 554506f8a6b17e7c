using System.Text.RegularExpressions;
using Capacity.Core.Recordings;

namespace Capacity.Storage.Recordings;

/// <summary>Takes the secrets out of an exchange. Every byte that is none stays as it was.</summary>
internal static partial class SecretRedactor
{
    /// <summary>What is taken out, for whoever reads a recording.</summary>
    public static readonly IReadOnlyList<string> Rules =
    [
        "headers of requests, and all headers of answers but a few",
        "user info in URLs",
        $"values of keys and parameters whose name contains {SecretNames.Pattern.Replace("|", ", ", StringComparison.Ordinal)}",
        "values below env, environment and secrets",
        "commands and their arguments",
    ];

    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Type", "Content-Length", "Date", "Location", "X-Marathon-Leader", "X-Marathon-Via", "Retry-After", "Allow", "WWW-Authenticate",
    };

    /// <summary>Gives the exchange without secrets.</summary>
    public static RecordedExchange Redact(RecordedExchange exchange) => exchange with
    {
        Target = RedactTarget(exchange.Target),
        RequestBody = exchange.RequestBody is { } sent ? RedactBody(sent) : null,
        Headers = [.. exchange.Headers.Where(h => Kept.Contains(h.Key)).Select(h => KeyValuePair.Create(h.Key, RedactHeader(h.Key, h.Value)))],
        Body = SecretJson.Redact(exchange.Body),
        Error = exchange.Error is { } error ? SecretText.RedactText(error) : null,
    };

    private static string RedactBody(string body) => System.Text.Encoding.UTF8.GetString(SecretJson.Redact(System.Text.Encoding.UTF8.GetBytes(body)).Span);

    private static string RedactHeader(string name, string value) =>
        name.Equals("WWW-Authenticate", StringComparison.OrdinalIgnoreCase) ? SecretText.RedactChallenge(value) : RedactTarget(value);

    private static string RedactTarget(string target)
    {
        var redacted = Parameter.Replace(
            target,
            m => SecretNames.IsSecret(Uri.UnescapeDataString(m.Groups[2].Value)) ? $"{m.Groups[1]}{m.Groups[2]}={SecretText.Redacted}" : m.Value);
        return SecretText.RedactValue(redacted);
    }

    [GeneratedRegex("([?&;#])([^=&;#]+)=[^&#]*")]
    private static partial Regex Parameter { get; }
}
