namespace Capacity.Simulator.Workload;

/// <summary>What is really the matter with an app of the simulated cluster.</summary>
public enum AppKind
{
    /// <summary>It asks for what it needs and a little more.</summary>
    RightSized,

    /// <summary>It asks for several times the CPU that it ever uses.</summary>
    TooMuchCpu,

    /// <summary>It asks for several times the memory that it ever uses.</summary>
    TooMuchMemory,

    /// <summary>Each instance has the right size, but fewer of them would carry the load.</summary>
    TooManyInstances,

    /// <summary>It does nothing and nobody would miss it.</summary>
    Idle,

    /// <summary>It is held back by its CPU limit every day.</summary>
    TooLittleCpu,

    /// <summary>Its memory grows until it is killed for that, again and again.</summary>
    LeakingMemory,

    /// <summary>A JVM whose heap is as large as it was told to be, whatever lives in it.</summary>
    FixedHeap,

    /// <summary>A job that runs for minutes, every so often.</summary>
    Batch,

    /// <summary>No agent of the cluster can run it.</summary>
    Unplaceable,
}
