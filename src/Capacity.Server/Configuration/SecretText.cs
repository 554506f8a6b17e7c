using System.Text;

namespace Capacity.Server.Configuration;

/// <summary>A key, token, password or secret address. It is never printed.</summary>
public sealed class SecretText
{
    private SecretText(string value) => Value = value;

    /// <summary>Gets the secret.</summary>
    internal string Value { get; }

    /// <summary>Gets it as the header that proves who asks: <c>user:password</c> is Basic, all else stands as it is, such as <c>Bearer TOKEN</c>.</summary>
    internal string AuthorizationHeader => Value.AsSpan().IndexOfAny(' ', ':') is >= 0 and var at && Value[at] == ':'
        ? $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(Value))}"
        : Value;

    /// <summary>Gets it as an address; <see langword="null"/> where it is none.</summary>
    internal Uri? Address => Uri.TryCreate(Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    /// <summary>Reads one line of printable ASCII.</summary>
    /// <returns>The secret, or <see langword="null"/> where the text is none.</returns>
    public static SecretText? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var value = text.Trim();
        return value.Length > 0 && Ascii.IsValid(value) && !value.Any(char.IsControl) ? new(value) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => "***";
}
