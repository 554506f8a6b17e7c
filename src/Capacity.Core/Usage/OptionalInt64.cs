namespace Capacity.Core.Usage;

/// <summary>A number that may be absent, in half of the room of a <see cref="Nullable{T}"/>: there are hundreds of thousands.</summary>
internal readonly record struct OptionalInt64
{
    /// <summary>The number plus one; 0 where there is none. So -1 is none: nothing that is counted here is below zero.</summary>
    private readonly long next;

    public OptionalInt64(long? value) => next = unchecked((value ?? -1) + 1);

    public long? Value => next == 0 ? null : unchecked(next - 1);
}
