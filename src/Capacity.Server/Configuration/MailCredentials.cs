namespace Capacity.Server.Configuration;

/// <summary>Who the service is to a mail server. The password is never printed.</summary>
public sealed class MailCredentials
{
    private MailCredentials(string user, string password) => (User, Password) = (user, password);

    /// <summary>Gets the user.</summary>
    public string User { get; }

    /// <summary>Gets the password.</summary>
    internal string Password { get; }

    /// <summary>Reads <c>user:password</c>.</summary>
    /// <returns>The credentials, or <see langword="null"/> where the text is none.</returns>
    public static MailCredentials? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var value = text.Trim();
        return value.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < value.Length - 1 && !value.Any(char.IsControl)
            ? new(value[..colon], value[(colon + 1)..])
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{User} ***";
}
