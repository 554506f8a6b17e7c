using System.Net.Http.Headers;
using System.Text;

namespace Capacity.Mesos.Http;

/// <summary>What is sent to prove who asks. It is never printed and never recorded.</summary>
public sealed class HttpCredentials
{
    private HttpCredentials(AuthenticationHeaderValue header) => Header = header;

    internal AuthenticationHeaderValue Header { get; }

    /// <summary>Reads <c>user:password</c>, <c>Bearer TOKEN</c>, or <c>token=TOKEN</c> (DC/OS).</summary>
    /// <returns>The credentials, or <see langword="null"/> where the text is none of these.</returns>
    public static HttpCredentials? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var value = text.Trim();
        if (value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return new(new("Bearer", value["Bearer ".Length..].Trim()));
        }

        if (value.StartsWith("token=", StringComparison.Ordinal))
        {
            return new(AuthenticationHeaderValue.Parse(value));
        }

        return value.Contains(':', StringComparison.Ordinal) ? Basic(value) : null;
    }

    /// <summary>Reads the user and password of an address such as <c>http://user:password@host</c>.</summary>
    /// <returns>The credentials, or <see langword="null"/> where the address has none.</returns>
    public static HttpCredentials? FromUserInfo(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.UserInfo.Contains(':', StringComparison.Ordinal) ? Basic(Uri.UnescapeDataString(address.UserInfo)) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Header.Scheme} ***";

    private static HttpCredentials Basic(string userAndPassword) =>
        new(new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(userAndPassword))));
}
