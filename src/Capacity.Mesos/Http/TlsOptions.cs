using System.Net.Security;

namespace Capacity.Mesos.Http;

/// <summary>How servers with <c>https</c> addresses are talked to.</summary>
public sealed record TlsOptions
{
    /// <summary>
    /// Gets the cipher suites to offer; <see langword="null"/> for the system's own. Masters and agents with Mesos's default list need
    /// <see cref="OldMesosCiphers"/>: it holds neither ECDHE nor GCM, and the system's list holds nothing else.
    /// </summary>
    public IReadOnlyList<TlsCipherSuite>? CipherSuites { get; init; }

    /// <summary>Gets the file with the certificates to trust, in PEM; <see langword="null"/> for the system's store.</summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>Gets a value indicating whether any certificate is taken. Only for a network that is trusted otherwise.</summary>
    public bool AcceptAnyCertificate { get; init; }

    /// <summary>Gets the suites of Mesos's default <c>LIBPROCESS_SSL_CIPHERS</c> that are still offered anywhere.</summary>
    public static IReadOnlyList<TlsCipherSuite> OldMesosCiphers { get; } =
    [
        TlsCipherSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA,
        TlsCipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA,
        TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA,
        TlsCipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA,
    ];
}
