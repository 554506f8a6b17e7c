using System.Collections;
using System.Text;

namespace Capacity.Core.Alerting.Labels;

/// <summary>The labels of one alert: names and values, in order of name. Never changes; equal where all names and values are.</summary>
/// <remarks>A label with an empty value is the same as no label, as in Prometheus, and is never in a set.</remarks>
public sealed class LabelSet : IReadOnlyList<KeyValuePair<string, string>>, IEquatable<LabelSet>
{
    /// <summary>Names and values in turn: half the objects of an array of pairs.</summary>
    private readonly string[] texts;

    private LabelSet(string[] texts)
        : this(texts, FingerprintHash.Of(texts))
    {
    }

    private LabelSet(string[] texts, AlertFingerprint fingerprint) => (this.texts, Fingerprint) = (texts, fingerprint);

    /// <summary>No labels.</summary>
    public static LabelSet Empty { get; } = new([]);

    /// <summary>Gets what Alertmanager calls these labels.</summary>
    public AlertFingerprint Fingerprint { get; }

    /// <summary>Gets the number of labels.</summary>
    public int Count => texts.Length / 2;

    /// <summary>Gets the label at a place in the order of names.</summary>
    public KeyValuePair<string, string> this[int index] => new(texts[2 * index], texts[(2 * index) + 1]);

    /// <summary>Gets a label's value; empty for a label that is not there.</summary>
    public string this[string name]
    {
        get
        {
            // Sets are small, and most names differ in their first letters.
            for (var i = 0; i < texts.Length; i += 2)
            {
                if (string.Equals(texts[i], name, StringComparison.Ordinal))
                {
                    return texts[i + 1];
                }
            }

            return "";
        }
    }

    /// <summary>Makes a set. Labels without a value are left out; of a name that comes twice, the last value counts.</summary>
    /// <param name="labels">Names, none of them empty, and values.</param>
    /// <param name="pool">Shares the strings; <see langword="null"/> to keep those that are given.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public static LabelSet Create(IEnumerable<KeyValuePair<string, string>> labels, LabelPool? pool = null)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var sorted = new SortedList<string, string>(Utf8Order.Instance);
        foreach (var (name, value) in labels)
        {
            ArgumentException.ThrowIfNullOrEmpty(name);
            sorted[name] = value;
        }

        var texts = new List<string>(2 * sorted.Count);
        foreach (var (name, value) in sorted)
        {
            if (value.Length > 0)
            {
                texts.Add(pool?.Share(name) ?? name);
                texts.Add(pool?.Share(value) ?? value);
            }
        }

        return texts.Count == 0 ? Empty : new([.. texts]);
    }

    /// <summary>Makes a set of what is in order already.</summary>
    /// <param name="texts">Names in the order of their bytes, each followed by its value; no value is empty, and no name comes twice.</param>
    /// <param name="fingerprint">The fingerprint of these.</param>
    internal static LabelSet OfSorted(string[] texts, AlertFingerprint fingerprint) => texts.Length == 0 ? Empty : new(texts, fingerprint);

    /// <summary>Gives only the labels of some names: what a group has in common.</summary>
    public LabelSet Only(IReadOnlyCollection<string> names) => Where(names.Contains);

    /// <summary>Gives all labels but those of some names.</summary>
    public LabelSet Without(IReadOnlyCollection<string> names) => Where(n => !names.Contains(n));

    /// <summary>Whether there is a label of this name.</summary>
    public bool Contains(string name) => this[name].Length > 0;

    /// <inheritdoc/>
    public bool Equals(LabelSet? other) =>
        other is not null && (ReferenceEquals(this, other) || (Fingerprint == other.Fingerprint && texts.AsSpan().SequenceEqual(other.texts)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LabelSet);

    /// <inheritdoc/>
    public override int GetHashCode() => Fingerprint.GetHashCode();

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gives the labels in the way Prometheus writes them, such as <c>{job="node", zone="a"}</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("{");
        foreach (var (name, value) in this)
        {
            text.Append(text.Length > 1 ? ", " : "").Append(name).Append("=\"").Append(LabelText.Escape(value)).Append('"');
        }

        return text.Append('}').ToString();
    }

    private LabelSet Where(Func<string, bool> wanted)
    {
        var left = new List<string>(texts.Length);
        for (var i = 0; i < texts.Length; i += 2)
        {
            if (wanted(texts[i]))
            {
                left.Add(texts[i]);
                left.Add(texts[i + 1]);
            }
        }

        return left.Count == texts.Length ? this : left.Count == 0 ? Empty : new([.. left]);
    }
}
