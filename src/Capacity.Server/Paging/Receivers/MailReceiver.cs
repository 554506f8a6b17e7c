using System.Security.Cryptography;
using System.Text;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Configuration;
using Capacity.Server.Mail;

namespace Capacity.Server.Paging.Receivers;

/// <summary>Mails messages. Those on one incident are one thread, and a mail that is sent twice has the same id.</summary>
internal sealed class MailReceiver(ReceiverSettings settings, MailSender mail) : IReceiver
{
    private const int IdBytes = 16;

    public async Task<SendOutcome> SendAsync(IncidentMessage message, CancellationToken cancellationToken) =>
        await mail.SendAsync(Mail(message), cancellationToken) switch
        {
            MailOutcome.Sent => new SendOutcome.Taken(MessageText.Subject(message)),
            MailOutcome.Refused(var reason) => new SendOutcome.Refused(reason),
            MailOutcome.Failed(var reason) => new SendOutcome.Failed(reason) { IsUncertain = true },
            MailOutcome.Unavailable(var reason) => new SendOutcome.Failed(reason),
            var other => throw new InvalidOperationException($"{other} is not handled."),
        };

    public void Dispose()
    {
        // The sender is not ours.
    }

    private OutgoingMail Mail(IncidentMessage message) => new()
    {
        To = string.Join(", ", settings.To),

        // Some programs put mails into one thread only where their subjects are the same.
        Subject = message.First is { } first ? $"Re: {first.Receipt ?? MessageText.Subject(message)}" : MessageText.Subject(message),
        Text = $"{MessageText.Title(message)}\n\n{MessageText.Body(message)}\n\n{message.Link}\n",
        Id = Id(message.Delivery.Key),
        Thread = message.First is { } thread ? Id(thread.Key) : null,
        List = new($"Incidents on {message.Notice.Cluster}", "incidents"),
    };

    private static string Id(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, IdBytes));
}
