using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Incidents;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>correlated_alert</c>.</summary>
internal sealed class CorrelatedAlertRow
{
    public const string Columns =
        """
        id, labels, incident, verdict, reason, is_firing AS IsFiring, is_silenced AS IsSilenced, is_late AS IsLate, episodes,
        fired_us AS Fired, began_us AS Began, starts_us AS Starts, gone_us AS Gone, until_us AS Until, senders
        """;

    public long Id { get; init; }

    public string Labels { get; init; } = "";

    public string? Incident { get; init; }

    public string Verdict { get; init; } = "";

    public string Reason { get; init; } = "";

    public long IsFiring { get; init; }

    public long IsSilenced { get; init; }

    public long IsLate { get; init; }

    public long Episodes { get; init; }

    public long Fired { get; init; }

    public long Began { get; init; }

    public long Starts { get; init; }

    public long? Gone { get; init; }

    public long? Until { get; init; }

    public string Senders { get; init; } = "";

    private Verdict Said => Enum.Parse<Verdict>(Verdict);

    public TrackedAlert ToTracked(Func<LabelSet, LabelSet> share) => new()
    {
        Labels = share(ToLabels()),
        Incident = Incident,
        Verdict = Said,
        Reason = Reason,
        IsFiring = IsFiring != 0,
        IsSilenced = IsSilenced != 0,
        IsLate = IsLate != 0,
        Episodes = checked((int)Episodes),
        FiredAt = Moments.ToTime(Fired),
        Began = Moments.ToTime(Began),
        StartsAt = Moments.ToTime(Starts),
        GoneSince = Gone is long gone ? Moments.ToTime(gone) : null,
        Until = Until is long until ? Moments.ToTime(until) : null,
        Senders = StoredJson.Read(Senders, IncidentJson.Default.ListSenderView),
    };

    public ExplainedAlert ToExplained() => new(
        ToLabels(), Said, Reason, Incident, IsFiring != 0, IsSilenced != 0, Moments.ToTime(Fired), Until is long until ? Moments.ToTime(until) : null, checked((int)Episodes));

    private LabelSet ToLabels() => LabelSet.Create(PairsJson.Read(Labels));
}
