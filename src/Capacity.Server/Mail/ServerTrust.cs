using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Capacity.Server.Mail;

/// <summary>Decides whether a server is who it says, by certificates of one's own in the place of the system's.</summary>
internal static class ServerTrust
{
    /// <summary>Gives the decision for the authorities in a file, in PEM.</summary>
    public static RemoteCertificateValidationCallback By(string authorityFile)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(authorityFile);
        return (_, certificate, sent, errors) =>
        {
            if (certificate is not X509Certificate2 server || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            {
                return false;
            }

            using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
            chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
            foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            {
                chain.ChainPolicy.ExtraStore.Add(element.Certificate);
            }

            return chain.Build(server);
        };
    }
}
