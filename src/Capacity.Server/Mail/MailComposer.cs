using Capacity.Server.Configuration;
using MimeKit;
using MimeKit.Text;
using MimeKit.Utils;

namespace Capacity.Server.Mail;

/// <summary>Writes mails in their wire format.</summary>
internal static class MailComposer
{
    public static MimeMessage Compose(OutgoingMail mail, string from, DateTimeOffset at)
    {
        var domain = MailboxText.Domain(from);
        var message = new MimeMessage { Date = at, MessageId = $"{mail.Id}@{domain}", Subject = Line(mail.Subject), Body = Body(mail) };
        message.From.Add(new MailboxAddress("Capacity", from));
        message.To.AddRange(mail.To.Split(',', StringSplitOptions.TrimEntries).Select(a => new MailboxAddress(string.Empty, a)));
        if (mail.Thread is { } thread)
        {
            message.InReplyTo = $"{thread}@{domain}";
            message.References.Add(message.InReplyTo);
        }

        message.Headers.Add(HeaderId.ListId, $"{MimeUtils.Quote(Line(mail.List.Name))} <{mail.List.Labels}.{domain}>");

        // Programs that answer by themselves, such as those of people on holiday, leave this unanswered (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static MimeEntity Body(OutgoingMail mail)
    {
        var text = new TextPart(TextFormat.Plain) { Text = mail.Text };
        return mail.Html is { } html ? new MultipartAlternative { text, new TextPart(TextFormat.Html) { Text = html } } : text;
    }

    /// <summary>What people called their teams must not begin a header of its own.</summary>
    private static string Line(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
