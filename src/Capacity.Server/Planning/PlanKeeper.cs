using Capacity.Core.Planning.Defragmentation.Clusters;
using Capacity.Server.Live;

namespace Capacity.Server.Planning;

/// <summary>Makes plans for the latest picture, one at a time, and keeps them so that one can be read and carried out.</summary>
public sealed class PlanKeeper(ClusterWatch watch, TimeProvider time) : IDisposable
{
    private const int MostKept = 16;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly SemaphoreSlim one = new(1);
    private readonly Dictionary<ClusterPlanRequest, ClusterPlan> plans = [];

    /// <summary>Gets the plan for a request, made for a picture of the last half hour, or anew.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="after">Pictures before this are too old; <see langword="null"/> for none that is kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns><see langword="null"/> before the first collection.</returns>
    public async Task<ClusterPlan?> PlanAsync(ClusterPlanRequest request, DateTimeOffset? after, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (watch.Latest is not { } report)
            {
                return null;
            }

            var picture = report.Picture;
            var oldest = time.GetUtcNow() - Kept;
            if (plans.TryGetValue(request, out var plan) && plan.At >= oldest && !(plan.At < after && plan.At < picture.TakenAt))
            {
                return plan;
            }

            // How long may be searched is a matter of the machine's time, whatever time the cluster is in.
            plan = await Task.Run(() => ClusterPlanner.Plan(picture, request, TimeProvider.System, null, cancellationToken), cancellationToken);
            foreach (var old in plans.Where(p => p.Value.At < oldest).Select(p => p.Key).ToList())
            {
                plans.Remove(old);
            }

            if (plans.Count >= MostKept)
            {
                plans.Remove(plans.MinBy(p => p.Value.At).Key);
            }

            return plans[request] = plan;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();
}
