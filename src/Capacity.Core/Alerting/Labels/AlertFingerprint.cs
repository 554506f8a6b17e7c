using System.Globalization;

namespace Capacity.Core.Alerting.Labels;

/// <summary>Alertmanager's name for a set of labels: the 64-bit FNV-1a hash of its names and values.</summary>
/// <param name="Value">The hash.</param>
/// <remarks>As in <c>prometheus/common</c>, <c>model/signature.go</c>: over the labels in order of name, each name and each value followed by the byte 0xFF.</remarks>
public readonly record struct AlertFingerprint(ulong Value) : IComparable<AlertFingerprint>
{
    /// <inheritdoc/>
    public int CompareTo(AlertFingerprint other) => Value.CompareTo(other.Value);

    /// <summary>Whether one comes before another in Alertmanager's lists.</summary>
    public static bool operator <(AlertFingerprint left, AlertFingerprint right) => left.Value < right.Value;

    /// <summary>Whether one comes after another in Alertmanager's lists.</summary>
    public static bool operator >(AlertFingerprint left, AlertFingerprint right) => left.Value > right.Value;

    /// <summary>Whether one does not come after another in Alertmanager's lists.</summary>
    public static bool operator <=(AlertFingerprint left, AlertFingerprint right) => left.Value <= right.Value;

    /// <summary>Whether one does not come before another in Alertmanager's lists.</summary>
    public static bool operator >=(AlertFingerprint left, AlertFingerprint right) => left.Value >= right.Value;

    /// <summary>Gives 16 hexadecimal digits in lower case.</summary>
    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
