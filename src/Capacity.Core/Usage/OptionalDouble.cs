namespace Capacity.Core.Usage;

/// <summary>A figure that may be absent, in half of the room of a <see cref="Nullable{T}"/>: there are hundreds of thousands.</summary>
internal readonly record struct OptionalDouble
{
    /// <summary>The bits of the figure plus one; 0 where there is none.</summary>
    private readonly long bits;

    public OptionalDouble(double? value) => bits = value is double figure ? unchecked(BitConverter.DoubleToInt64Bits(figure) + 1) : 0;

    public double? Value => bits == 0 ? null : BitConverter.Int64BitsToDouble(unchecked(bits - 1));
}
