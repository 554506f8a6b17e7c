using System.Text;

namespace Capacity.Core.Alerting.Labels;

/// <summary>Keeps one copy of each name and value, so that 25,000 alerts of one cluster do not hold its name 25,000 times. Safe from several threads.</summary>
/// <param name="capacity">
/// The most strings to know, 1 or more. When they are more, the pool forgets them all: sets that were made stay what they are, and only
/// share less with those to come.
/// </param>
public sealed class LabelPool(int capacity = LabelPool.DefaultCapacity)
{
    /// <summary>The number of strings that a pool knows unless told otherwise.</summary>
    public const int DefaultCapacity = 200_000;

    private const int LongestOnStack = 128;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>Gives the copy to keep of a string.</summary>
    public string Share(ReadOnlySpan<char> text)
    {
        lock (known)
        {
            var strings = known.GetAlternateLookup<ReadOnlySpan<char>>();
            if (strings.TryGetValue(text, out var shared))
            {
                return shared;
            }

            shared = text.ToString();
            Remember(shared);
            return shared;
        }
    }

    /// <inheritdoc cref="Share(ReadOnlySpan{char})"/>
    /// <param name="text">The string in UTF-8.</param>
    public string Share(ReadOnlySpan<byte> text)
    {
        Span<char> room = stackalloc char[LongestOnStack];
        var chars = text.Length <= room.Length ? room : new char[text.Length];
        return Share(chars[..Encoding.UTF8.GetChars(text, chars)]);
    }

    /// <inheritdoc cref="Share(ReadOnlySpan{char})"/>
    public string Share(string text)
    {
        lock (known)
        {
            if (known.TryGetValue(text, out var shared))
            {
                return shared;
            }

            Remember(text);
            return text;
        }
    }

    private void Remember(string text)
    {
        if (known.Count >= capacity)
        {
            known.Clear();
        }

        known.Add(text);
    }
}
