using Capacity.Core.Planning.Shapes;
using Capacity.Server.Api.Packing;

namespace Capacity.Server.Api.Planning;

/// <summary>All agents of one size replaced by new ones that hold as much of today's mix.</summary>
/// <param name="From">The size that goes, cores and GiB.</param>
/// <param name="Agents">How many agents have it.</param>
/// <param name="To">The shape that comes.</param>
/// <param name="Count">How many of it.</param>
/// <param name="TotalBefore">What the cluster has before.</param>
/// <param name="TotalAfter">What it has after.</param>
/// <param name="StrandedBefore">What is stranded before.</param>
/// <param name="StrandedAfter">What is stranded after.</param>
/// <param name="StrandedLessRatio">By how much the stranded share falls, the mean of CPU and memory; negative where it rises.</param>
/// <param name="Headroom">By how much the workload may grow.</param>
/// <param name="UnplacedInstances">How many instances find no place after.</param>
/// <param name="Scenario">The same as a scenario, to be asked as what if.</param>
public sealed record ReplacementDocument(
    string From,
    int Agents,
    string To,
    int Count,
    ResourcesDocument TotalBefore,
    ResourcesDocument TotalAfter,
    ResourcesDocument StrandedBefore,
    ResourcesDocument StrandedAfter,
    double StrandedLessRatio,
    HeadroomChangeDocument Headroom,
    int UnplacedInstances,
    string Scenario)
{
    /// <summary>Writes a replacement.</summary>
    public static ReplacementDocument Of(MachineReplacement r)
    {
        ArgumentNullException.ThrowIfNull(r);
        return new(
            r.From.ToString(),
            r.Agents,
            r.To.ToString(),
            r.Count,
            ResourcesDocument.Of(r.TotalBefore),
            ResourcesDocument.Of(r.TotalAfter),
            ResourcesDocument.Of(r.StrandedBefore),
            ResourcesDocument.Of(r.StrandedAfter),
            r.StrandedLess,
            HeadroomChangeDocument.Of(r.Headroom),
            r.Unplaced,
            $"replace {r.From} {r.Count}x{r.To}");
    }
}
