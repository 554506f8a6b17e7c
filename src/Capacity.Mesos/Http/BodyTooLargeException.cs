using Capacity.Core.Units;

namespace Capacity.Mesos.Http;

/// <summary>An answer went over the limit.</summary>
internal sealed class BodyTooLargeException(long limit) : IOException($"the answer is larger than {MemorySize.FromBytes(limit)}");
