namespace Capacity.Core.RightSizing.Advice;

/// <summary>Why advice is what it is. docs/rightsizing.md says when each is given; its name there is in capitals, with underscores.</summary>
public enum ReasonCode
{
    /// <summary>NOT_ENOUGH_DATA: fewer than three days, or nothing measured.</summary>
    NotEnoughData,

    /// <summary>ONE_WEEK_ONLY: less than two whole weeks.</summary>
    OneWeekOnly,

    /// <summary>NEW_VERSION: a deploy within the last week.</summary>
    NewVersion,

    /// <summary>IDLE: next to no CPU for two weeks.</summary>
    Idle,

    /// <summary>OPTIMISED: nothing to gain.</summary>
    Optimised,

    /// <summary>CPU_OVERSIZED: CPU is over-provisioned.</summary>
    CpuOversized,

    /// <summary>MEM_OVERSIZED: memory is over-provisioned.</summary>
    MemOversized,

    /// <summary>TOO_MANY_INSTANCES: fewer instances carry the load, with a failure domain lost.</summary>
    TooManyInstances,

    /// <summary>HA_FLOOR: fewer instances or less CPU would not survive the loss of a failure domain.</summary>
    HaFloor,

    /// <summary>OWNER_FLOOR: the owner, or the cluster's policy, asks for more.</summary>
    OwnerFloor,

    /// <summary>CAP_BELOW_NEED: a cap of the owner, or of the cluster's policy, allows less than is needed; it holds back growth, and takes nothing away.</summary>
    CapBelowNeed,

    /// <summary>SKEWED: one instance works more than twice as much as the mean; the count is left alone.</summary>
    Skewed,

    /// <summary>THROTTLED: held back in more than 1 % of the enforcement periods.</summary>
    Throttled,

    /// <summary>USE_AT_LIMIT: at a limit in more than 1 % of the samples; what it would use is not known.</summary>
    UseAtLimit,

    /// <summary>OOM_SEEN: killed for memory.</summary>
    OomSeen,

    /// <summary>JVM_HEAP_FIXED: memory is flat at a constant share of its limit: the heap's setting has to change with the size.</summary>
    JvmHeapFixed,

    /// <summary>CACHE_HEAVY: more page cache than memory of its own, left out of the size; reads may get slower.</summary>
    CacheHeavy,

    /// <summary>BATCH: works in short stretches.</summary>
    Batch,

    /// <summary>STARTUP_SPIKE: start-up takes more CPU than the size gives.</summary>
    StartupSpike,

    /// <summary>WEEKLY_PEAK: one day of the week is the highest, week after week.</summary>
    WeeklyPeak,

    /// <summary>STRANDED_NO_NODE_SAVING: re-packing with these sizes frees no machine.</summary>
    StrandedNoNodeSaving,

    /// <summary>BELOW_PEAK: memory is advised below the highest moment seen, as the settings allow.</summary>
    BelowPeak,
}
