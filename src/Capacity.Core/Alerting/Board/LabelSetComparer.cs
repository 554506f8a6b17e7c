using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Board;

/// <summary>Finds sets of labels by what was sent.</summary>
internal sealed class LabelSetComparer : IEqualityComparer<LabelSet>, IAlternateEqualityComparer<Utf8Pairs, LabelSet>
{
    public bool Equals(LabelSet? x, LabelSet? y) => x is null ? y is null : x.Equals(y);

    public int GetHashCode(LabelSet obj) => obj.Fingerprint.GetHashCode();

    public int GetHashCode(Utf8Pairs alternate) => alternate.Fingerprint.GetHashCode();

    public bool Equals(Utf8Pairs alternate, LabelSet other)
    {
        if (alternate.Fingerprint != other.Fingerprint || alternate.Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < other.Count; i++)
        {
            var (name, value) = other[i];
            if (!alternate.Is(i, name, value))
            {
                return false;
            }
        }

        return true;
    }

    public LabelSet Create(Utf8Pairs alternate) => LabelSet.Create(Enumerable.Range(0, alternate.Count).Select(i => alternate[i]));
}
