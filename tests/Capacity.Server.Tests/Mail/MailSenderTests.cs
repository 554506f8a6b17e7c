using Capacity.Server.Configuration;
using Capacity.Server.Mail;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Capacity.Server.Tests.Mail;

/// <summary>Mails over real connections to a server that misbehaves in the ways that servers do.</summary>
public sealed class MailSenderTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 9, 12, 0, 0, TimeSpan.Zero);

    private static readonly OutgoingMail Letter = new()
    {
        To = "web@example.org",
        Subject = "Grüße & savings",
        Text = "Füße\n.\nend",
        Html = "<p>Füße</p>",
        Id = "abc123",
        List = new("Reports of \"east\"", "reports.east"),
    };

    private readonly SmtpServer server = new();
    private readonly FakeTimeProvider time = new(Noon);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Send_TextAndHtml_ArriveAsAlternativesWithTheHeadersOfAMachine()
    {
        Assert.IsType<MailOutcome.Sent>(await SendAsync(Letter));

        var mail = Assert.Single(server.Mails);
        Assert.Equal("multipart/alternative", mail.Body!.ContentType.MimeType);
        Assert.Equal(["text/plain", "text/html"], Assert.IsType<MultipartAlternative>(mail.Body).Select(p => p.ContentType.MimeType));
        Assert.Equal("Füße\n.\nend", mail.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal(("<p>Füße</p>", "Grüße & savings", "abc123@example.net"), (mail.HtmlBody!.TrimEnd(), mail.Subject, mail.MessageId));
        Assert.Equal(("capacity@example.net", "web@example.org", Noon), (mail.From.Mailboxes.Single().Address, mail.To.Mailboxes.Single().Address, mail.Date));
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal("\"Reports of \\\"east\\\"\" <reports.east.example.net>", mail.Headers[HeaderId.ListId]);
    }

    [Fact]
    public async Task Send_LineBreaksInNames_BeginNoHeader()
    {
        Assert.IsType<MailOutcome.Sent>(await SendAsync(Letter with { Subject = "web\r\nBcc: all@example.org\r\n\r\nhello", List = new("x\r\nBcc: all@example.org", "x") }));

        var mail = Assert.Single(server.Mails);
        Assert.Null(mail.Headers[HeaderId.Bcc]);
        Assert.Equal("web  Bcc: all@example.org    hello", mail.Subject);
        Assert.Single(server.Commands, c => c.StartsWith("RCPT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RCPT", "550 no such user", typeof(MailOutcome.Refused))]
    [InlineData("RCPT", "451 come back later", typeof(MailOutcome.Failed))]
    [InlineData("MAIL", "553 not from you", typeof(MailOutcome.Refused))]
    [InlineData(SmtpServer.Content, "552 too large", typeof(MailOutcome.Refused))]
    [InlineData(SmtpServer.Content, "452 disk full", typeof(MailOutcome.Failed))]
    [InlineData(SmtpServer.Content, SmtpServer.HangUp, typeof(MailOutcome.Failed))]
    [InlineData("MAIL", "421 closing", typeof(MailOutcome.Failed))]
    [InlineData(SmtpServer.Greeting, "421 too many connections", typeof(MailOutcome.Unavailable))]
    [InlineData(SmtpServer.Greeting, "554 not you", typeof(MailOutcome.Unavailable))]
    [InlineData(SmtpServer.Greeting, "hello there", typeof(MailOutcome.Unavailable))]
    [InlineData(SmtpServer.Greeting, SmtpServer.HangUp, typeof(MailOutcome.Unavailable))]
    [InlineData("QUIT", SmtpServer.HangUp, typeof(MailOutcome.Sent))]
    public async Task Send_ServerSaysNo_IsTheRightKindOfNo(string asked, string answer, Type expected)
    {
        server.Answers[asked] = answer;

        var outcome = await SendAsync(Letter);

        Assert.IsType(expected, outcome);
        if (char.IsAsciiDigit(answer[0]))
        {
            Assert.StartsWith(answer[..3], outcome.ToString()!.Split("Reason = ")[1], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(SmtpServer.Greeting, typeof(MailOutcome.Unavailable))]
    [InlineData(SmtpServer.Content, typeof(MailOutcome.Failed))]
    [InlineData("QUIT", typeof(MailOutcome.Sent))]
    public async Task Send_ServerFallsSilent_EndsWithTheTimeOut(string asked, Type expected)
    {
        server.Answers[asked] = SmtpServer.Silence;

        var sending = SendAsync(Letter);
        await server.Silent.WaitAsync(Cancellation);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(sending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.IsType(expected, await sending);
    }

    [Fact]
    public async Task Send_CallerGivesUp_IsNoFailureOfTheServer()
    {
        server.Answers[SmtpServer.Content] = SmtpServer.Silence;
        using var caller = new CancellationTokenSource();

        var sending = new MailSender(Configured(Settings()), time).SendAsync(Letter, caller.Token);
        await server.Silent.WaitAsync(Cancellation);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Send_NobodyListens_IsUnavailable()
    {
        var gone = new SmtpServer();
        await gone.DisposeAsync();

        Assert.IsType<MailOutcome.Unavailable>(await SendAsync(Letter, Settings() with { Port = gone.Port }));
    }

    [Theory]
    [InlineData(MailTls.StartTls)]
    [InlineData(MailTls.Tls)]
    public async Task Send_CertificateOfOnesOwn_IsTrustedOnlyWhereItIsNamedAndOnlyForItsHost(MailTls tls)
    {
        using var certificate = new TestCertificate("localhost");
        (server.Certificate, server.TlsFirst) = (certificate.Certificate, tls == MailTls.Tls);
        var settings = Settings("operator:secret") with { Tls = tls };

        var strange = Assert.IsType<MailOutcome.Unavailable>(await SendAsync(Letter, settings));
        var elsewhere = Assert.IsType<MailOutcome.Unavailable>(await SendAsync(Letter, settings with { Host = "127.0.0.1", CertificateAuthorityFile = certificate.File }));
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.All([strange, elsewhere], o => Assert.StartsWith("TLS failed", o.Reason, StringComparison.Ordinal));

        Assert.IsType<MailOutcome.Sent>(await SendAsync(Letter, settings with { CertificateAuthorityFile = certificate.File }));
        Assert.Single(server.Mails);
        Assert.Single(server.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_ServerOffersNoTls_GetsNeitherPasswordNorMail()
    {
        Assert.IsType<MailOutcome.Unavailable>(await SendAsync(Letter, Settings("operator:secret") with { Tls = MailTls.StartTls }));

        Assert.DoesNotContain(server.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal) || c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_WrongPassword_SaysSoWithoutIt()
    {
        server.Answers["AUTH"] = "535 who are you";

        var outcome = Assert.IsType<MailOutcome.Unavailable>(await SendAsync(Letter, Settings("operator:secret")));

        Assert.Contains("535", outcome.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    private static ServiceConfiguration Configured(MailSettings settings) =>
        Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read("cluster: { masters: [a] }")).Configuration with { Mail = settings };

    private MailSettings Settings(string? credentials = null) =>
        new("localhost", server.Port, MailTls.None, "capacity@example.net") { Credentials = credentials is null ? null : MailCredentials.TryParse(credentials) };

    private Task<MailOutcome> SendAsync(OutgoingMail mail, MailSettings? settings = null) => new MailSender(Configured(settings ?? Settings()), time).SendAsync(mail, Cancellation);
}
