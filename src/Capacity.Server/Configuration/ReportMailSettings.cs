namespace Capacity.Server.Configuration;

/// <summary>Whom the reports of teams are mailed to.</summary>
/// <param name="OfTeams">The addresses of some teams.</param>
/// <param name="OwnerDomains">A team that is called by an address in one of these domains gets its mail there.</param>
/// <param name="Pattern">The address of the others, with <c>{team}</c> in the place of the team; <see langword="null"/> for none.</param>
/// <param name="Everything">Where mail goes for teams without any of these; empty for nowhere.</param>
public sealed record ReportMailSettings(
    IReadOnlyDictionary<string, IReadOnlyList<string>> OfTeams, IReadOnlyList<string> OwnerDomains, string? Pattern, IReadOnlyList<string> Everything)
{
    /// <summary>What stands for the team in a pattern.</summary>
    internal const string Team = "{team}";

    /// <summary>Nobody is mailed anything.</summary>
    public static ReportMailSettings Nobody { get; } = new(new Dictionary<string, IReadOnlyList<string>>(), [], null, []);

    /// <summary>Gets whether anybody may be mailed.</summary>
    public bool IsAnybody => OfTeams.Count > 0 || OwnerDomains.Count > 0 || Pattern is not null || Everything.Count > 0;

    /// <summary>Finds the addresses of a team; empty for none. Whoever runs apps chooses the names of teams, so these never lead beyond the domains that are configured.</summary>
    public IReadOnlyList<string> For(string team)
    {
        ArgumentNullException.ThrowIfNull(team);
        if (OfTeams.TryGetValue(team, out var own))
        {
            return own;
        }

        if (MailboxText.IsOne(team) && OwnerDomains.Contains(MailboxText.Domain(team), StringComparer.OrdinalIgnoreCase))
        {
            return [team];
        }

        return Pattern?.Replace(Team, team, StringComparison.Ordinal) is { } address && MailboxText.IsOne(address) ? [address] : Everything;
    }
}
