using Capacity.Cli.Terminal;
using Capacity.Core.Packing.Solving;

namespace Capacity.Cli.Packing;

/// <summary>Says how far a search is, in a line.</summary>
internal sealed class SpokenProgress(Action<string> say) : IProgress<PackingProgress>
{
    public void Report(PackingProgress value) => say(
        $"searching: {Figures.Count(value.MachinesUsed)} machines, {Figures.Count(value.LowerBound)} at least{(value.Unplaced > 0 ? $", {Figures.Count(value.Unplaced)} items not placed" : string.Empty)}");
}
