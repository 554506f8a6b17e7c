using System.Net.Http.Headers;
using System.Text;

namespace Capacity.Mesos.Http;

/// <summary>What is sent to prove who asks. It is never printed and never recorded.</summary>
public sealed class HttpCredentials
{
    private readonly string scheme;

    private HttpCredentials(string scheme, string header)
    {
        this.scheme = scheme;
        Header = header;
    }

    /// <summary>Gets the value of the header. Nothing parses it: that of DC/OS has not the form that HTTP asks for.</summary>
    internal string Header { get; }

    /// <summary>Reads <c>user:password</c>, <c>Bearer TOKEN</c>, or <c>token=TOKEN</c> (DC/OS).</summary>
    /// <returns>The credentials, or <see langword="null"/> where the text is none of these.</returns>
    public static HttpCredentials? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var value = text.Trim();
        if (value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return Token("Bearer", "Bearer " + value["Bearer ".Length..].TrimStart());
        }

        if (value.StartsWith("token=", StringComparison.Ordinal))
        {
            return Token("token", value);
        }

        return value.Contains(':', StringComparison.Ordinal) && !value.Any(char.IsControl) ? Basic(value) : null;
    }

    /// <summary>Reads the user and password of an address such as <c>http://user:password@host</c>.</summary>
    /// <returns>The credentials, or <see langword="null"/> where the address has none.</returns>
    public static HttpCredentials? FromUserInfo(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.UserInfo.Contains(':', StringComparison.Ordinal) ? Basic(Uri.UnescapeDataString(address.UserInfo)) : null;
    }

    /// <summary>Sends them with a request, or with all requests of a client.</summary>
    public void AddTo(HttpRequestHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers.TryAddWithoutValidation("Authorization", Header);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{scheme} ***";

    /// <summary>A header holds printable ASCII; anything else is a file that was pasted wrong.</summary>
    private static HttpCredentials? Token(string scheme, string header) => Ascii.IsValid(header) && !header.Any(char.IsControl) ? new(scheme, header) : null;

    private static HttpCredentials Basic(string userAndPassword) =>
        new("Basic", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(userAndPassword)));
}
