namespace Capacity.Server.Configuration;

/// <summary>Reads and checks who is sent reports, and when.</summary>
internal static class ReportReader
{
    private const string Section = "rightSizing";

    public static ReportSettings Read(ServiceFile.RightSizingSection file, ConfigurationRules rules)
    {
        const string Reports = $"{Section}.reports";
        return new(
            Day($"{Reports}.day", file.Reports?.Day, rules),
            Hour($"{Reports}.hour", file.Reports?.Hour, rules),
            Address($"{Section}.reports.webhook", file.Reports?.Webhook, rules),
            (file.Teams ?? []).Select(t => (t.Key, Uri: Address($"{Section}.teams.{t.Key}.webhook", t.Value?.Webhook, rules)))
                .Where(t => t.Uri is not null).ToDictionary(t => t.Key, t => t.Uri!))
        {
            Mail = Mail(file, rules),
        };
    }

    /// <summary>Reads who is sent the review of each week of on-call.</summary>
    public static ReportSettings ReadReview(ServiceFile.ReviewReportSection? file, ConfigurationRules rules)
    {
        const string Report = "onCall.report";
        return new(
            Day($"{Report}.day", file?.Day, rules), Hour($"{Report}.hour", file?.Hour, rules), Address($"{Report}.webhook", file?.Webhook, rules), new Dictionary<string, Uri>())
        {
            Mail = ReportMailSettings.Nobody with { Everything = Mailboxes($"{Report}.mail", file?.Mail, rules) },
        };
    }

    private static DayOfWeek Day(string name, string? text, ConfigurationRules rules)
    {
        var named = Enum.TryParse<DayOfWeek>(text ?? ReportSettings.Nobody.Day.ToString(), ignoreCase: true, out var day) && Enum.IsDefined(day);
        rules.Expect(named, $"{name}: '{text}' is no day of the week: write monday.");
        return day;
    }

    private static int Hour(string name, int? hour, ConfigurationRules rules) => rules.Between(name, hour ?? ReportSettings.Nobody.Hour, 0, 23);

    private static ReportMailSettings Mail(ServiceFile.RightSizingSection file, ConfigurationRules rules)
    {
        const string Mail = $"{Section}.reports.mail";
        var mail = file.Reports?.Mail ?? new();
        foreach (var domain in mail.OwnerDomains ?? [])
        {
            rules.Expect(MailboxText.IsOne($"a@{domain}"), $"{Mail}.ownerDomains: '{domain}' is no domain: write example.org.");
        }

        rules.Expect(mail.Pattern is null || IsPattern(mail.Pattern), $"{Mail}.pattern: '{mail.Pattern}' is no pattern of addresses: write '{ReportMailSettings.Team}@example.org'.");
        return new(
            (file.Teams ?? []).Where(t => t.Value?.Mail is not null).ToDictionary(t => t.Key, t => (IReadOnlyList<string>)Mailboxes($"{Section}.teams.{t.Key}.mail", t.Value.Mail, rules)),
            mail.OwnerDomains ?? [],
            mail.Pattern,
            Mailboxes($"{Mail}.to", mail.To, rules));
    }

    /// <summary>A team stands before the @ only, so that no name of a team chooses the domain.</summary>
    private static bool IsPattern(string text) =>
        text.Contains(ReportMailSettings.Team, StringComparison.Ordinal)
        && !MailboxText.Domain(text).Contains(ReportMailSettings.Team, StringComparison.Ordinal)
        && MailboxText.IsOne(text.Replace(ReportMailSettings.Team, "team", StringComparison.Ordinal));

    private static string[] Mailboxes(string name, string? text, ConfigurationRules rules)
    {
        if (text is null)
        {
            return [];
        }

        string[] addresses = [.. text.Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (var address in addresses)
        {
            rules.Expect(MailboxText.IsOne(address), $"{name}: '{address}' is no address: {MailboxText.Expected}, several with commas between.");
        }

        return addresses;
    }

    private static Uri? Address(string name, string? text, ConfigurationRules rules)
    {
        if (text is null)
        {
            return null;
        }

        var good = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        rules.Expect(good, $"{name}: '{text}' is no address: write https://example.org/hook.");
        return good ? uri : null;
    }
}
