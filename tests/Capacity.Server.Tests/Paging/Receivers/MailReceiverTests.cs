using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Configuration;
using Capacity.Server.Mail;
using Capacity.Server.Paging.Receivers;
using Capacity.Server.Tests.Mail;
using MimeKit;

namespace Capacity.Server.Tests.Paging.Receivers;

public sealed class MailReceiverTests : IAsyncDisposable
{
    private readonly SmtpServer server = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Send_IncidentToItsEnd_IsOneThread()
    {
        using var receiver = Receiver();
        await receiver.SendAsync(Messages.Of(DeliveryAction.Page), Cancellation);
        var outcome = await receiver.SendAsync(Messages.Of(DeliveryAction.Resolve, n => n with { Cause = "Rack b1 was gone" }, receipt: "[east] Rack b1 is gone"), Cancellation);

        Assert.IsType<SendOutcome.Taken>(outcome);
        var (page, over) = (server.Mails.First(), server.Mails.Last());
        Assert.Equal(["a@example.org", "b@example.org"], page.To.Mailboxes.Select(m => m.Address));
        Assert.Equal(("[east] Rack b1 is gone", "Re: [east] Rack b1 is gone"), (page.Subject, over.Subject));
        Assert.Equal((page.MessageId, page.MessageId), (over.InReplyTo, Assert.Single(over.References)));
        Assert.NotEqual(page.MessageId, over.MessageId);
        Assert.StartsWith("Resolved: [east] Rack b1 was gone", over.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://capacity.test/incidents/i1", page.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_Twice_IsTheSameMail()
    {
        using var receiver = Receiver();
        await receiver.SendAsync(Messages.Of(DeliveryAction.Page), Cancellation);
        await receiver.SendAsync(Messages.Of(DeliveryAction.Page), Cancellation);

        Assert.Single(server.Mails.Select((MimeMessage m) => m.MessageId).Distinct());
    }

    [Theory]
    [InlineData("RCPT TO", "550 no such user", true)]
    [InlineData("RCPT TO", "451 later", false)]
    [InlineData(SmtpServer.Greeting, "421 maintenance", false)]
    public async Task Send_NotTaken_SaysWhetherToTryAgain(string command, string answer, bool isFinal)
    {
        server.Answers[command] = answer;
        using var receiver = Receiver();

        var outcome = await receiver.SendAsync(Messages.Of(DeliveryAction.Page), Cancellation);

        Assert.Equal(isFinal, outcome is SendOutcome.Refused);
        Assert.NotEqual(new SendOutcome.Taken("[east] Rack b1 is gone"), outcome);
    }

    private MailReceiver Receiver()
    {
        var yaml = $"{{ cluster: {{ masters: [a] }}, mail: {{ host: localhost, port: {server.Port}, tls: none, from: capacity@example.org }} }}";
        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(yaml)).Configuration;
        return new(new("r", ReceiverType.Email) { To = ["a@example.org", "b@example.org"] }, new MailSender(configuration, TimeProvider.System));
    }
}
