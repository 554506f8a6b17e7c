using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Silences;

/// <summary>The silences that hold at one moment.</summary>
/// <param name="All">The silences, the next to end first.</param>
public sealed record ActiveSilences(IReadOnlyList<Silence> All)
{
    /// <summary>Nothing is silenced.</summary>
    public static ActiveSilences None { get; } = new([]);

    /// <summary>Lists the silences that are meant for an alert; empty for none.</summary>
    public IReadOnlyList<Silence> Of(LabelSet labels)
    {
        List<Silence>? found = null;
        foreach (var silence in All)
        {
            if (silence.Matches(labels))
            {
                (found ??= []).Add(silence);
            }
        }

        return found ?? (IReadOnlyList<Silence>)[];
    }

    /// <summary>Whether these are the same silences as others, each in the same version.</summary>
    public bool IsSameAs(ActiveSilences other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return All.Count == other.All.Count && All.Zip(other.All).All(p => ReferenceEquals(p.First, p.Second));
    }
}
