using System.Globalization;
using Capacity.Core.Units;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>Reads numbers as ZooKeeper writes them. What is absent, negative (its "none yet") or no number is <see langword="null"/>.</summary>
internal static class ServerNumbers
{
    public static double? ToDouble(string? text) =>
        double.TryParse(FirstWord(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value >= 0
            ? value
            : null;

    /// <summary>Reads a whole number; a fraction, which newer versions write at places where older ones had none, is rounded.</summary>
    public static long? ToLong(string? text)
    {
        if (long.TryParse(FirstWord(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole >= 0 ? whole : null;
        }

        return ToDouble(text) is { } value and < long.MaxValue ? (long)Math.Round(value) : null;
    }

    public static MemorySize? ToSize(string? text) => ToLong(text) is { } bytes ? MemorySize.FromBytes(bytes) : null;

    // Texts kept for documentation carry remarks behind the number.
    private static string FirstWord(string? text) => text?.Trim().Split([' ', '\t'])[0] ?? "";
}
