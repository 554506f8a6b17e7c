namespace Capacity.Server.Mail;

/// <summary>A kind of mail, for the receiver's filters (List-Id, RFC 2919).</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Labels">What programs know it by, before the sender's domain: ASCII letters, digits and hyphens, with dots between.</param>
public sealed record MailList(string Name, string Labels);
