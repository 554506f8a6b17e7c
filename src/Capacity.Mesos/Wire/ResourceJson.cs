namespace Capacity.Mesos.Wire;

/// <summary>One resource as the protobuf has it: it knows what it was reserved for.</summary>
internal sealed class ResourceJson
{
    public string? Name { get; set; }

    public ScalarJson? Scalar { get; set; }

    public string? Role { get; set; }

    public List<ReservationJson?>? Reservations { get; set; }

    public EmptyJson? Revocable { get; set; }

    public EmptyJson? Shared { get; set; }

    /// <summary>Gets the role that the resource is kept for; <c>*</c> for none. The last reservation is the most refined one.</summary>
    public string ReservedFor => Reservations is { Count: > 0 } stack ? stack[^1]?.Role ?? "*" : Role ?? "*";

    internal sealed class ScalarJson
    {
        public double? Value { get; set; }
    }

    internal sealed class ReservationJson
    {
        public string? Role { get; set; }
    }

    internal sealed class EmptyJson;
}
