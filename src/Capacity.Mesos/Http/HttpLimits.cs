namespace Capacity.Mesos.Http;

/// <summary>How much any one request may cost.</summary>
public sealed record HttpLimits
{
    /// <summary>Gets the longest that a request may take, from connecting to the last byte.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets the largest answer that is read, after decompression, in bytes.</summary>
    /// <value>The default is 128 MiB.</value>
    public long MaxBodyBytes { get; init; } = 128L << 20;

    /// <summary>Gets how many agents are asked at the same time.</summary>
    /// <value>The default is 32.</value>
    public int MaxConcurrency { get; init; } = 32;
}
