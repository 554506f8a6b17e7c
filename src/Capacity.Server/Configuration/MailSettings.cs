namespace Capacity.Server.Configuration;

/// <summary>The server that mail is sent through.</summary>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Its port.</param>
/// <param name="Tls">How the connection is kept from others.</param>
/// <param name="From">The address that mail comes from.</param>
public sealed record MailSettings(string Host, int Port, MailTls Tls, string From)
{
    /// <summary>Gets who the service is to the server; <see langword="null"/> where it need not say.</summary>
    public MailCredentials? Credentials { get; init; }

    /// <summary>Gets the file with the certificates to trust, in PEM; <see langword="null"/> for the system's store.</summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>Gets the longest that sending one mail may take. The default is 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
