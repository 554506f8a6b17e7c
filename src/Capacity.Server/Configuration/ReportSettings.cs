namespace Capacity.Server.Configuration;

/// <summary>When teams are sent their reports, and where.</summary>
/// <param name="Day">The day of the week, UTC.</param>
/// <param name="Hour">The hour of that day, 0 to 23, UTC.</param>
/// <param name="Everything">Where the reports of all teams go; <see langword="null"/> for nowhere.</param>
/// <param name="OfTeams">Where those of some teams go instead.</param>
public sealed record ReportSettings(DayOfWeek Day, int Hour, Uri? Everything, IReadOnlyDictionary<string, Uri> OfTeams)
{
    /// <summary>Nobody is sent anything.</summary>
    public static ReportSettings Nobody { get; } = new(DayOfWeek.Monday, 7, null, new Dictionary<string, Uri>());

    /// <summary>Finds where a team's report goes; <see langword="null"/> for nowhere.</summary>
    public Uri? For(string team) => OfTeams.GetValueOrDefault(team) ?? Everything;
}
