using System.Runtime.CompilerServices;
using System.Text;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Board;

/// <summary>Names and values as they come from a sender, in UTF-8, before anybody knows whether there are strings of them already. Used again and again.</summary>
/// <remarks>A copy of what is known costs no string: that is what makes 25,000 alerts that are sent again every minute cheap.</remarks>
/// <param name="most">The most pairs to take.</param>
public sealed class Utf8Pairs(int most)
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly List<Pair> pairs = [];
    private byte[] bytes = new byte[512];
    private int used;

    /// <summary>Gets the number of pairs.</summary>
    public int Count => pairs.Count;

    /// <summary>Gets whether more pairs came than may be taken.</summary>
    public bool IsOverfull { get; private set; }

    /// <summary>Gets the length of the longest name, in bytes.</summary>
    public int LongestName { get; private set; }

    /// <summary>Gets the length of the longest value, in bytes.</summary>
    public int LongestValue { get; private set; }

    /// <summary>Gets whether a name is empty.</summary>
    public bool HasEmptyName => pairs.Count > 0 && pairs[0].NameLength == 0;

    /// <summary>Gets the fingerprint of the pairs, as of a <see cref="LabelSet"/>.</summary>
    public AlertFingerprint Fingerprint { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        pairs.Clear();
        (used, IsOverfull, LongestName, LongestValue, Fingerprint) = (0, false, 0, 0, default);
    }

    /// <summary>Adds a pair; one of the same name that came before does not count any more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        (LongestName, LongestValue) = (Math.Max(LongestName, name.Length), Math.Max(LongestValue, value.Length));
        if (pairs.Count >= most)
        {
            IsOverfull = true;
            return;
        }

        var pair = new Pair(used, name.Length, value.Length);
        if (bytes.Length < used + name.Length + value.Length)
        {
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, used + name.Length + value.Length));
        }

        name.CopyTo(bytes.AsSpan(used));
        value.CopyTo(bytes.AsSpan(used + name.Length));
        used += name.Length + value.Length;
        Insert(pair);
    }

    /// <summary>Drops pairs without a value, and knows the fingerprint then.</summary>
    /// <remarks>Optimised from the first call on: a storm is over before the runtime would have noticed what is hot.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FinishLabels()
    {
        pairs.RemoveAll(p => p.ValueLength == 0);
        var hash = Offset;
        foreach (var pair in pairs)
        {
            hash = Hash(Hash(hash, Name(pair)), Value(pair));
        }

        Fingerprint = new(hash);
    }

    /// <summary>Makes labels of the pairs, when they are finished.</summary>
    /// <param name="pool">Shares the strings.</param>
    public LabelSet ToLabels(LabelPool pool) => LabelSet.OfSorted(Texts(pool), Fingerprint);

    /// <summary>Gets names and values in turn, in the order of names.</summary>
    /// <param name="pool">Shares the strings.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal string[] Texts(LabelPool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var texts = new string[2 * pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            (texts[2 * i], texts[(2 * i) + 1]) = (pool.Share(Name(pairs[i])), pool.Share(Value(pairs[i])));
        }

        return texts;
    }

    /// <summary>Gets the pair at a place in the order of names, as strings.</summary>
    public KeyValuePair<string, string> this[int index] => new(Encoding.UTF8.GetString(Name(pairs[index])), Encoding.UTF8.GetString(Value(pairs[index])));

    /// <summary>Whether a pair is these two strings.</summary>
    public bool Is(int index, string name, string value) => Utf8Text.Is(Name(pairs[index]), name) && Utf8Text.Is(Value(pairs[index]), value);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Hash(ulong hash, ReadOnlySpan<byte> text)
    {
        unchecked
        {
            foreach (var b in text)
            {
                hash = (hash ^ b) * Prime;
            }

            return (hash ^ 0xFF) * Prime;
        }
    }

    /// <summary>Most senders write names in their order, so that the place is most often the last one.</summary>
    private void Insert(Pair pair)
    {
        var place = pairs.Count;
        while (place > 0)
        {
            var order = Name(pairs[place - 1]).SequenceCompareTo(Name(pair));
            if (order == 0)
            {
                pairs[place - 1] = pair;
                return;
            }

            if (order < 0)
            {
                break;
            }

            place--;
        }

        pairs.Insert(place, pair);
    }

    private ReadOnlySpan<byte> Name(Pair pair) => bytes.AsSpan(pair.Start, pair.NameLength);

    private ReadOnlySpan<byte> Value(Pair pair) => bytes.AsSpan(pair.Start + pair.NameLength, pair.ValueLength);

    private readonly record struct Pair(int Start, int NameLength, int ValueLength);
}
