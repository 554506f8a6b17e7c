using Capacity.Core.Planning.Defragmentation;
using Capacity.Core.Planning.Defragmentation.Clusters;

namespace Capacity.Cli.Planning;

/// <summary>Says how good the plan is so far.</summary>
internal sealed class PlanProgress(DefragmentationGoal goal, Action<string> say) : IProgress<(double Measure, int Moves)>
{
    public void Report((double Measure, int Moves) value) => say($"{GoalText.WordOf(goal)}: {GoalText.Write(goal, value.Measure)} with {value.Moves} moves so far");
}
