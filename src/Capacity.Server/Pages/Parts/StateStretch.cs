using Capacity.Core.Cluster;
using Capacity.Core.TimeSeries;

namespace Capacity.Server.Pages.Parts;

/// <summary>A stretch of time in which an agent was in one state.</summary>
/// <param name="From">The first moment.</param>
/// <param name="To">The moment after the last.</param>
/// <param name="State">The state at the last look of each bucket.</param>
public sealed record StateStretch(DateTimeOffset From, DateTimeOffset To, AgentState State)
{
    /// <summary>Joins neighbouring buckets of the same state. Buckets without a look are in no stretch.</summary>
    public static IReadOnlyList<StateStretch> Of(IEnumerable<AgentBucket> buckets, TimeSpan step)
    {
        ArgumentNullException.ThrowIfNull(buckets);
        var stretches = new List<StateStretch>();
        foreach (var bucket in buckets)
        {
            if (bucket.State is not { } state)
            {
                continue;
            }

            if (stretches is [.., var last] && last.State == state && last.To == bucket.Start)
            {
                stretches[^1] = last with { To = bucket.Start + step };
            }
            else
            {
                stretches.Add(new(bucket.Start, bucket.Start + step, state));
            }
        }

        return stretches;
    }
}
