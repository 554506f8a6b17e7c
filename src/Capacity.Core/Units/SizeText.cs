using System.Globalization;

namespace Capacity.Core.Units;

/// <summary>Amounts of bytes as people write them: <c>64MiB</c>, <c>1GiB</c>, <c>1000000</c>.</summary>
public static class SizeText
{
    /// <summary>What to tell somebody who wrote something else.</summary>
    public const string Expected = "write a number and its unit, such as 64MiB or 1GiB";

    private static readonly (string Unit, long Bytes)[] Units = [("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("B", 1), (string.Empty, 1)];

    /// <summary>Reads an amount of zero bytes or more and less than a tebibyte.</summary>
    /// <returns>The amount, or <see langword="null"/> where the text is none.</returns>
    public static MemorySize? TryParse(string? text)
    {
        foreach (var (unit, bytes) in Units)
        {
            if (text is not null && text.EndsWith(unit, StringComparison.Ordinal)
                && long.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && value >= 0 && value < (1L << 40) / bytes)
            {
                return MemorySize.FromBytes(value * bytes);
            }
        }

        return null;
    }
}
