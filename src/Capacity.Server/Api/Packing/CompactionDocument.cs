using Capacity.Core.Packing.Measures;

namespace Capacity.Server.Api.Packing;

/// <summary>On how many agents the workload fits, packed anew on agents in random order.</summary>
/// <param name="Agents">The agents that take new tasks.</param>
/// <param name="NeededAgents">How many it takes; null where too much stayed unplaced.</param>
/// <param name="Ratio">Needed over all, 0 to 1.</param>
/// <param name="Percentile">Which of the runs counts.</param>
/// <param name="Runs">The agents needed in each run, ascending.</param>
/// <param name="Unplaced">The most containers that stayed unplaced in a run.</param>
/// <param name="Softened">How many kinds of containers were let share agents, for they want more than half of all for themselves.</param>
public sealed record CompactionDocument(int Agents, int? NeededAgents, double? Ratio, double Percentile, IReadOnlyList<int> Runs, int Unplaced, int Softened)
{
    /// <summary>Writes a compaction.</summary>
    public static CompactionDocument Of(Compaction compaction)
    {
        ArgumentNullException.ThrowIfNull(compaction);
        return new(compaction.Agents, compaction.NeededAgents, compaction.Ratio, compaction.Percentile, compaction.Needed, compaction.Unplaced, compaction.Softened);
    }
}
