using System.ComponentModel;
using System.Globalization;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Incidents;
using Capacity.Core.Units;
using Capacity.Server.Api.Live;

namespace Capacity.Server.Api.Incidents;

/// <summary>Which incidents are asked for.</summary>
internal sealed record IncidentListQuery
{
    private static readonly Dictionary<string, IncidentKind> Kinds = Enum.GetValues<IncidentKind>().ToDictionary(Words.Of);

    [Description("open, resolved or all (the usual one).")]
    public string? State { get; init; }

    [Description("Only those that somebody was paged for (true), or nobody (false).")]
    public bool? Paged { get; init; }

    [Description("Only those that were open at this time (2026-03-10T12:00:00Z) or after it, or within this length of time (24h).")]
    public string? Since { get; init; }

    [Description("Only those with this kind of cause: condition, app, machine, domain, controlPlane or change.")]
    public string? Kind { get; init; }

    [Description("Only those of this zone: it failed, or machines of it.")]
    public string? Zone { get; init; }

    [Description("Only those of this team.")]
    public string? Team { get; init; }

    /// <summary>Gets what is wrong with it; <see langword="null"/> for nothing.</summary>
    public string? Fault =>
        State is not (null or "open" or "resolved" or "all") ? $"state: '{State}' is none of open, resolved, all."
        : Kind is not null && !Kinds.ContainsKey(Kind) ? $"kind: '{Kind}' is none of {string.Join(", ", Kinds.Keys)}."
        : Since is not null && SinceAt(DateTimeOffset.UnixEpoch.AddYears(30)) is null ? $"since: '{Since}' is neither a time, such as 2026-03-10T12:00:00Z, nor a length of time, such as 24h."
        : null;

    /// <summary>Gives the question that the store answers.</summary>
    public IncidentQuery Of(PageQuery page, DateTimeOffset now) => new()
    {
        IsOpen = State is null or "all" ? null : State == "open",
        IsPaged = Paged,
        Since = SinceAt(now),
        Kind = Kind is null ? null : Kinds[Kind],
        Zone = Zone,
        Team = Team,
        Skip = page.Skip ?? 0,
        Take = page.Take ?? (page.Format == "csv" ? PageQuery.MostRows : 1000),
    };

    private DateTimeOffset? SinceAt(DateTimeOffset now) =>
        Since is null ? null
        : DurationText.TryParse(Since) is { } length ? now - length
        : DateTimeOffset.TryParse(Since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at
        : null;
}
