namespace Capacity.Core.Recordings;

/// <summary>Replacements in a run of bytes; every byte outside them stays as it was.</summary>
/// <remarks>They may come in any order. Where one lies within another the outer one counts, of two alike the later.</remarks>
public sealed class ByteSplices
{
    private readonly List<(int Start, int End, ReadOnlyMemory<byte> With)> splices = [];

    /// <summary>Notes that the bytes of <c>[start, end)</c> are to be replaced.</summary>
    public void Add(int start, int end, ReadOnlyMemory<byte> with) => splices.Add((start, end, with));

    /// <summary>Gives the bytes with everything replaced; the same memory where there is nothing to replace.</summary>
    public ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> source)
    {
        if (splices.Count == 0)
        {
            return source;
        }

        var outer = Outermost();
        var length = source.Length;
        foreach (var (start, end, with) in outer)
        {
            length += with.Length - (end - start);
        }

        var result = new byte[length];
        var (read, written) = (0, 0);
        foreach (var (start, end, with) in outer)
        {
            source.Span[read..start].CopyTo(result.AsSpan(written));
            written += start - read;
            with.Span.CopyTo(result.AsSpan(written));
            written += with.Length;
            read = end;
        }

        source.Span[read..].CopyTo(result.AsSpan(written));
        return result;
    }

    private List<(int Start, int End, ReadOnlyMemory<byte> With)> Outermost()
    {
        var result = new List<(int Start, int End, ReadOnlyMemory<byte> With)>(splices.Count);
        foreach (var (_, splice) in splices.Index().OrderBy(s => s.Item.Start).ThenByDescending(s => s.Item.End).ThenByDescending(s => s.Index))
        {
            if (result.Count == 0 || splice.Start >= result[^1].End)
            {
                result.Add(splice);
            }
        }

        return result;
    }
}
