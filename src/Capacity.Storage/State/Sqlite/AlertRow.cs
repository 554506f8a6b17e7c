using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>alert</c>.</summary>
internal sealed class AlertRow
{
    public long Id { get; init; }

    public string Labels { get; init; } = "";

    public string Annotations { get; init; } = "";

    public string GeneratorUrl { get; init; } = "";

    public long Starts { get; init; }

    public long Ends { get; init; }

    public long IsTimeout { get; init; }

    public long Arrived { get; init; }

    public long FirstArrived { get; init; }

    public long IsFiring { get; init; }

    public long? ClaimedStart { get; init; }

    public string Sender { get; init; } = "";

    /// <summary>Gives the alert; what its sender claims is known as far as it has to be until it is sent again.</summary>
    public Alert ToAlert(LabelPool pool)
    {
        var ends = Moments.ToTime(Ends);
        var arrived = Moments.ToTime(Arrived);
        return new()
        {
            Labels = LabelSet.Create(PairsJson.Read(Labels), pool),
            Annotations = AnnotationSet.Create(PairsJson.Read(Annotations)),
            GeneratorUrl = GeneratorUrl,
            StartsAt = Moments.ToTime(Starts),
            EndsAt = ends,
            IsTimeout = IsTimeout != 0,
            ArrivedAt = arrived,
            FirstArrivedAt = Moments.ToTime(FirstArrived),
            Claims = ClaimList.Of(new(ClaimedStart is long us ? Moments.ToTime(us) : null, ends, arrived, IsFiring != 0, 0)),
            Sender = Sender,
        };
    }
}
