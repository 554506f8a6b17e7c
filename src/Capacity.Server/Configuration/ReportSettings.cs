namespace Capacity.Server.Configuration;

/// <summary>When teams are sent their reports, and where.</summary>
/// <param name="Day">The day of the week, UTC.</param>
/// <param name="Hour">The hour of that day, 0 to 23, UTC.</param>
/// <param name="Everything">The webhook that the reports of all teams go to; <see langword="null"/> for none.</param>
/// <param name="OfTeams">The webhooks of some teams instead.</param>
public sealed record ReportSettings(DayOfWeek Day, int Hour, Uri? Everything, IReadOnlyDictionary<string, Uri> OfTeams)
{
    /// <summary>Nobody is sent anything.</summary>
    public static ReportSettings Nobody { get; } = new(DayOfWeek.Monday, 7, null, new Dictionary<string, Uri>());

    /// <summary>Gets whom they are mailed to.</summary>
    public ReportMailSettings Mail { get; init; } = ReportMailSettings.Nobody;

    /// <summary>Finds the webhook of a team; <see langword="null"/> for nowhere.</summary>
    public Uri? For(string team) => OfTeams.GetValueOrDefault(team) ?? Everything;
}
