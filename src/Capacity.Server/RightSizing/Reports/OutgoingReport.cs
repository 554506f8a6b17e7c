using Capacity.Server.Mail;

namespace Capacity.Server.RightSizing.Reports;

/// <summary>A report as it goes out: a body for webhooks, and a mail for each receiver.</summary>
/// <param name="Body">What is posted as JSON.</param>
/// <param name="MailTo">Writes the mail to an address.</param>
internal sealed record OutgoingReport(object Body, Func<string, OutgoingMail> MailTo);
