using System.Globalization;

namespace Capacity.Core.Units;

/// <summary>A non-negative amount of memory or disk, held as whole bytes.</summary>
/// <remarks>
/// Mesos reports memory and disk in "MB" and means 2^20 bytes, so the factory is named for the mebibyte. There is no
/// implicit conversion to a number: callers say which unit they want.
/// </remarks>
public readonly record struct MemorySize : IComparable<MemorySize>
{
    private const long BytesPerMebibyte = 1L << 20;

    private MemorySize(long bytes) => Bytes = bytes;

    /// <summary>No memory.</summary>
    public static MemorySize Zero => default;

    /// <summary>Gets the amount in bytes; never negative.</summary>
    public long Bytes { get; }

    /// <summary>Gets the amount in mebibytes (2^20 bytes).</summary>
    public double Mebibytes => (double)Bytes / BytesPerMebibyte;

    /// <summary>Takes a number of bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is negative.</exception>
    public static MemorySize FromBytes(long bytes) => bytes >= 0
        ? new(bytes)
        : throw new ArgumentOutOfRangeException(nameof(bytes), bytes, "Expected bytes >= 0.");

    /// <summary>Converts from mebibytes (2^20 bytes), rounding to the nearest byte.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mebibytes"/> is negative, not finite, or 2^63 bytes or more.</exception>
    public static MemorySize FromMebibytes(double mebibytes)
    {
        var bytes = Math.Round(mebibytes * BytesPerMebibyte);
        return bytes is >= 0 and < 9.223372036854775807E18
            ? new((long)bytes)
            : throw new ArgumentOutOfRangeException(nameof(mebibytes), mebibytes, "Expected 0 <= bytes < 2^63.");
    }

    /// <summary>Adds two amounts.</summary>
    public static MemorySize operator +(MemorySize left, MemorySize right) => new(left.Bytes + right.Bytes);

    /// <summary>Says whether <paramref name="left"/> is less than <paramref name="right"/>.</summary>
    public static bool operator <(MemorySize left, MemorySize right) => left.Bytes < right.Bytes;

    /// <summary>Says whether <paramref name="left"/> is more than <paramref name="right"/>.</summary>
    public static bool operator >(MemorySize left, MemorySize right) => left.Bytes > right.Bytes;

    /// <summary>Says whether <paramref name="left"/> is at most <paramref name="right"/>.</summary>
    public static bool operator <=(MemorySize left, MemorySize right) => left.Bytes <= right.Bytes;

    /// <summary>Says whether <paramref name="left"/> is at least <paramref name="right"/>.</summary>
    public static bool operator >=(MemorySize left, MemorySize right) => left.Bytes >= right.Bytes;

    /// <summary>What is left of this after <paramref name="other"/> is taken away; zero where that is more than this.</summary>
    public MemorySize LessOrZero(MemorySize other) => new(Math.Max(0, Bytes - other.Bytes));

    /// <inheritdoc/>
    public int CompareTo(MemorySize other) => Bytes.CompareTo(other.Bytes);

    /// <summary>Writes the amount with a binary unit and at most one decimal, for people: <c>1.5 GiB</c>.</summary>
    public override string ToString()
    {
        ReadOnlySpan<string> units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
        double value = Bytes;
        var unit = 0;
        while (value >= 1024 && unit < units.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        return value.ToString(value < 100 ? "0.#" : "0", CultureInfo.InvariantCulture) + " " + units[unit];
    }
}
