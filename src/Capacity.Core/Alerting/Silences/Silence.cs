using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Silences;

/// <summary>Somebody's wish not to be told of some alerts for a while. Never changes: another version of it has the same <see cref="Id"/>.</summary>
public sealed record Silence
{
    /// <summary>Gets its name.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the conditions that an alert has to meet, all of them; one or more.</summary>
    public required IReadOnlyList<Matcher> Matchers { get; init; }

    /// <summary>Gets when it begins.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Gets when it ends; it still holds at this moment.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Gets when it was made or changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Gets why.</summary>
    public required string Comment { get; init; }

    /// <summary>Gets what else is said of it.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();

    /// <summary>Says where it stands.</summary>
    public SilenceState StateAt(DateTimeOffset now) =>
        now < StartsAt ? SilenceState.Pending : now > EndsAt ? SilenceState.Expired : SilenceState.Active;

    /// <summary>Whether it is meant for an alert, at any time.</summary>
    public bool Matches(LabelSet labels)
    {
        foreach (var matcher in Matchers)
        {
            if (!matcher.Matches(labels))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether it is written with all of these conditions: the same names, signs and values. What they match does not count.</summary>
    public bool IsWrittenWith(IReadOnlyCollection<Matcher> filter) => filter.All(Matchers.Contains);

    /// <summary>Ends it.</summary>
    /// <returns>What is left of it: one that is over stays as it is, one that has not begun never begins.</returns>
    public Silence Expire(DateTimeOffset now) => StateAt(now) switch
    {
        SilenceState.Expired => this,
        SilenceState.Pending => this with { StartsAt = now, EndsAt = now, UpdatedAt = now },
        _ => this with { EndsAt = now, UpdatedAt = now },
    };
}
