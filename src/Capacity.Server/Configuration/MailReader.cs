using System.Net;
using Capacity.Mesos.Collection;

namespace Capacity.Server.Configuration;

/// <summary>Reads and checks the section <c>mail</c>.</summary>
internal static class MailReader
{
    private const string PasswordVariable = "CAPACITY_MAIL_AUTH";

    /// <summary>Reads it; <see langword="null"/> where no server is named.</summary>
    public static MailSettings? Read(ServiceFile.MailSection? file, AddressReader addresses, ConfigurationRules rules)
    {
        if (file?.Host is not { } host)
        {
            rules.Expect(file is not { From: not null } and not { AuthFile: not null } and not { Port: not null }, "mail.host is missing: name the server that mail is sent through, such as smtp.example.org.");
            return null;
        }

        var tls = Tls(file.Tls, rules);
        rules.Expect(Uri.CheckHostName(host) != UriHostNameType.Unknown, $"mail.host: '{host}' is no name of a server: write smtp.example.org, and its port as mail.port.");
        rules.Expect(tls != MailTls.None || IsThisMachine(host), $"mail.tls: without TLS only a server on this machine is talked to, and {host} is another one: write startTls or tls.");
        rules.Expect(MailboxText.IsOne(file.From ?? ""), $"{(file.From is null ? "mail.from is missing" : $"mail.from: '{file.From}' is no address that mail could come from")}: {MailboxText.Expected}.");
        return new(host, rules.Between("mail.port", file.Port ?? UsualPort(tls), 1, 65535), tls, file.From ?? "")
        {
            Credentials = addresses.Secret("mail.authFile", file.AuthFile, PasswordVariable, MailCredentials.TryParse, "user:password"),
            CertificateAuthorityFile = addresses.CertificateFile("mail.caFile", file.CaFile),
            Timeout = rules.Duration("mail.timeout", file.Timeout, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1)),
        };
    }

    private static MailTls Tls(string? text, ConfigurationRules rules)
    {
        MailTls? tls = text switch
        {
            null or "startTls" => MailTls.StartTls,
            "tls" => MailTls.Tls,
            "none" => MailTls.None,
            _ => null,
        };
        rules.Expect(tls is not null, $"mail.tls: '{text}' is none of startTls, tls, none.");
        return tls ?? MailTls.StartTls;
    }

    /// <summary>Submission (RFC 6409), submission over TLS (RFC 8314), and what a relay on the same machine listens on.</summary>
    private static int UsualPort(MailTls tls) => tls switch { MailTls.StartTls => 587, MailTls.Tls => 465, _ => 25 };

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
