namespace Capacity.Mesos.Http;

/// <summary>
/// Puts quotes around a bare <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>, so that the rest of the document can be read. The length
/// stays the same, so the words lose two letters; <see cref="LenientNumberConverter"/> knows them.
/// </summary>
internal sealed class BareNumberFilter(Stream inner) : ReadingStream(inner)
{
    private static readonly (byte[] Bare, byte[] Legal)[] Tokens =
    [
        ("-Infinity"u8.ToArray(), "\"-Infini\""u8.ToArray()),
        ("Infinity"u8.ToArray(), "\"Infini\""u8.ToArray()),
        ("NaN"u8.ToArray(), "\"?\""u8.ToArray()),
    ];

    private const int LongestToken = 9;

    private readonly byte[] buffer = new byte[16 * 1024];
    private int given;
    private int done;
    private int filled;
    private bool inString;
    private bool escaped;
    private bool ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken = default)
    {
        while (given == done && !ended)
        {
            buffer.AsSpan(done, filled - done).CopyTo(buffer);
            filled -= done;
            var count = await Inner.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            ended = count == 0;
            filled += count;

            // A token may be cut by the end of this piece, so the last few bytes wait for the next one.
            done = Rewrite(buffer.AsSpan(0, filled), ended ? filled : Math.Max(0, filled - LongestToken + 1));
            given = 0;
        }

        var now = Math.Min(destination.Length, done - given);
        buffer.AsSpan(given, now).CopyTo(destination.Span);
        given += now;
        return now;
    }

    /// <summary>Rewrites tokens that start before <paramref name="end"/>, and returns how many bytes are finished.</summary>
    private int Rewrite(Span<byte> bytes, int end)
    {
        var i = 0;
        while (i < end)
        {
            i += inString ? Step(bytes[i]) : Token(bytes[i..]);
        }

        return i;
    }

    private int Step(byte value)
    {
        if (escaped)
        {
            escaped = false;
        }
        else if (value == '\\')
        {
            escaped = true;
        }
        else if (value == '"')
        {
            inString = !inString;
        }

        return 1;
    }

    private int Token(Span<byte> rest)
    {
        foreach (var (bare, legal) in Tokens)
        {
            if (rest.StartsWith(bare))
            {
                legal.CopyTo(rest);
                return bare.Length;
            }
        }

        inString = rest[0] == '"';
        return 1;
    }
}
