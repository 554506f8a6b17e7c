using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Capacity.Core.Recordings;

namespace Capacity.Mesos.Http;

/// <summary>Makes the one HTTP client that all collectors share.</summary>
internal static class MesosHttpClient
{
    public static HttpClient Create(HttpLimits limits, TlsOptions tls, IExchangeSink? sink, TimeProvider time)
    {
        // Redirects are followed by hand, because credentials may only go to hosts that the user named.
        HttpMessageHandler handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            UseCookies = false,
            UseProxy = false,
            MaxConnectionsPerServer = 4,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            ConnectTimeout = limits.Timeout,
            SslOptions = Ssl(tls),
        };
        if (sink is not null)
        {
            handler = new RecordingHandler(sink, limits.MaxBodyBytes, time) { InnerHandler = handler };
        }

        return new(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private static SslClientAuthenticationOptions Ssl(TlsOptions tls)
    {
        var options = new SslClientAuthenticationOptions();
        if (tls.CipherSuites is { } suites && !OperatingSystem.IsWindows() && !OperatingSystem.IsAndroid())
        {
            options.CipherSuitesPolicy = new(suites);
        }

        if (tls.AcceptAnyCertificate)
        {
#pragma warning disable CA5359 // Asked for by name, with its own warning in the help text.
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }
        else if (tls.CertificateAuthorityFile is { } file)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPemFile(file);
            options.CertificateChainPolicy = policy;
        }

        return options;
    }
}
