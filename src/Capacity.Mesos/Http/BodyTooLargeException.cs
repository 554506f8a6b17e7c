namespace Capacity.Mesos.Http;

/// <summary>An answer went over the limit.</summary>
internal sealed class BodyTooLargeException(long limit) : IOException($"the answer is larger than {limit >> 20} MiB")
{
    public long Limit { get; } = limit;
}
