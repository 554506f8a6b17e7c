using Capacity.Simulator.Synthetic;

namespace Capacity.Simulator.Workload;

/// <summary>An app with the truth about it and all that is needed to run it.</summary>
internal sealed record AppPlan
{
    public required int Index { get; init; }

    public required PlantedApp Truth { get; init; }

    /// <summary>Gets how its tasks look on the wire.</summary>
    public required SyntheticApp Shape { get; init; }

    /// <summary>Gets which Marathon runs it, from 0; -1 for Chronos.</summary>
    public required int Marathon { get; init; }

    /// <summary>Gets what one instance wants of the CPU.</summary>
    public required LoadCurve Load { get; init; }

    public required MemoryCurve Memory { get; init; }

    /// <summary>Gets in how many of all periods it is held back, on average over a day.</summary>
    public double ThrottledRatio { get; init; }

    /// <summary>Gets from one start to the next, for a job.</summary>
    public TimeSpan Every { get; init; }

    /// <summary>Gets how long one run takes, for a job.</summary>
    public TimeSpan Lasts { get; init; }

    public bool IsJob => Marathon < 0;
}
