using System.Net.Sockets;
using Capacity.Server.Configuration;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Capacity.Server.Mail;

/// <summary>Hands mails to the configured server, each over a connection of its own.</summary>
public sealed class MailSender(ServiceConfiguration configuration, TimeProvider time)
{
    /// <summary>From here on SMTP says that trying again is of no use.</summary>
    private const int Permanent = 500;

    /// <summary>Sends one mail.</summary>
    /// <exception cref="InvalidOperationException">No server is configured.</exception>
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var settings = configuration.Mail ?? throw new InvalidOperationException("No mail server is configured.");
        using var timeout = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var client = Client(settings);
        try
        {
            await ConnectAsync(client, settings, either.Token);
        }
        catch (Exception e) when (IsExpected(e, cancellationToken))
        {
            return new MailOutcome.Unavailable(Reason(e, settings));
        }

        try
        {
            await client.SendAsync(MailComposer.Compose(mail, settings.From, time.GetUtcNow()), either.Token);
        }
        catch (SmtpCommandException e) when ((int)e.StatusCode >= Permanent)
        {
            return new MailOutcome.Refused(Reason(e, settings));
        }
        catch (Exception e) when (IsExpected(e, cancellationToken))
        {
            return new MailOutcome.Failed(Reason(e, settings));
        }

        await LeaveAsync(client, either.Token);
        return new MailOutcome.Sent();
    }

    private static SmtpClient Client(MailSettings settings)
    {
        // Revocation is looked up nowhere else in the service either: many networks let nothing out but mail.
        var client = new SmtpClient { CheckCertificateRevocation = false };
        if (settings.CertificateAuthorityFile is { } file)
        {
            client.ServerCertificateValidationCallback = ServerTrust.By(file);
        }

        return client;
    }

    private static async Task ConnectAsync(SmtpClient client, MailSettings settings, CancellationToken cancellationToken)
    {
        var tls = settings.Tls switch
        {
            MailTls.None => SecureSocketOptions.None,
            MailTls.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        };
        await client.ConnectAsync(settings.Host, settings.Port, tls, cancellationToken);
        if (settings.Credentials is { } credentials)
        {
            await client.AuthenticateAsync(credentials.User, credentials.Password, cancellationToken);
        }
    }

    /// <summary>The server has the mail: how the farewell goes changes nothing.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception e) when (e is OperationCanceledException || IsOfTheServer(e))
        {
            // Nothing is left to be done.
        }
    }

    private static bool IsExpected(Exception e, CancellationToken ours) => e is OperationCanceledException ? !ours.IsCancellationRequested : IsOfTheServer(e);

    private static bool IsOfTheServer(Exception e) => e
        is SocketException or IOException or TimeoutException or NotSupportedException or CommandException or ProtocolException
        or AuthenticationException or SslHandshakeException or ServiceNotAuthenticatedException or ServiceNotConnectedException;

    private static string Reason(Exception e, MailSettings settings) => e switch
    {
        OperationCanceledException or TimeoutException => $"no answer within {settings.Timeout.TotalSeconds:0.#} s",
        SslHandshakeException { InnerException: { } inner } => $"TLS failed: {Line(inner.Message)}",
        SslHandshakeException => "TLS failed: the server does not speak it here, or its certificate is not trusted",
        SmtpCommandException command => $"{(int)command.StatusCode} {Line(command.Message)}",
        _ => Line(e.Message),
    };

    /// <summary>What servers say may have several lines, and any length.</summary>
    private static string Line(string text)
    {
        const int Longest = 300;
        var line = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }
}
