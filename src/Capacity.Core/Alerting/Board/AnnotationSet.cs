using System.Collections;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Board;

/// <summary>What an alert says to people: names and values in order of name. Unlike a label, an annotation may be empty. Never changes.</summary>
public sealed class AnnotationSet : IReadOnlyList<KeyValuePair<string, string>>
{
    private readonly string[] texts;

    private AnnotationSet(string[] texts) => this.texts = texts;

    /// <summary>No annotations.</summary>
    public static AnnotationSet Empty { get; } = new([]);

    /// <summary>Gets the number of annotations.</summary>
    public int Count => texts.Length / 2;

    /// <summary>Gets the annotation at a place in the order of names.</summary>
    public KeyValuePair<string, string> this[int index] => new(texts[2 * index], texts[(2 * index) + 1]);

    /// <summary>Makes a set of names and values; of a name that comes twice, the last value counts.</summary>
    public static AnnotationSet Create(IEnumerable<KeyValuePair<string, string>> annotations)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in annotations)
        {
            sorted[name] = value;
        }

        return sorted.Count == 0 ? Empty : new([.. sorted.SelectMany(a => new[] { a.Key, a.Value })]);
    }

    /// <summary>Makes a set of what was sent.</summary>
    /// <param name="pairs">What was sent.</param>
    /// <param name="pool">Shares the strings.</param>
    public static AnnotationSet Create(Utf8Pairs pairs, LabelPool pool)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return pairs.Count == 0 ? Empty : new(pairs.Texts(pool));
    }

    /// <summary>Whether this is what was sent.</summary>
    public bool Is(Utf8Pairs pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count != Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!pairs.Is(i, texts[2 * i], texts[(2 * i) + 1]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
