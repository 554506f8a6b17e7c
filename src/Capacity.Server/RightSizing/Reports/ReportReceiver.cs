using Capacity.Server.Configuration;

namespace Capacity.Server.RightSizing.Reports;

/// <summary>Where a report goes: <see cref="Webhook"/> or <see cref="Mailbox"/>.</summary>
internal abstract record ReportReceiver
{
    private ReportReceiver()
    {
    }

    /// <summary>Gets the way it goes, as metrics call it.</summary>
    public abstract string Channel { get; }

    /// <summary>Gets what it is remembered by. A team has one webhook at a time; a report is not sent again because that moved.</summary>
    public abstract string Key { get; }

    /// <summary>Gets what may be shown of it.</summary>
    public abstract string Shown { get; }

    /// <summary>Lists a team's receivers.</summary>
    public static IReadOnlyList<ReportReceiver> Of(ReportSettings settings, string team) =>
        [.. settings.For(team) is { } address ? [new Webhook(address)] : Array.Empty<ReportReceiver>(), .. settings.Mail.For(team).Select(a => new Mailbox(a))];

    /// <summary>A program that takes JSON.</summary>
    public sealed record Webhook(Uri Address) : ReportReceiver
    {
        public override string Channel => "webhook";

        public override string Key => "webhook";

        // Addresses of webhooks hold secrets: only the host is told.
        public override string Shown => Address.Host;
    }

    /// <summary>People who read mail.</summary>
    public sealed record Mailbox(string Address) : ReportReceiver
    {
        public override string Channel => "mail";

        public override string Key => $"mailto:{Address.ToLowerInvariant()}";

        public override string Shown => Address;
    }
}
