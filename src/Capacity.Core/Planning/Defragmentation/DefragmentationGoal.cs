namespace Capacity.Core.Planning.Defragmentation;

/// <summary>What a plan of moves is to achieve.</summary>
public enum DefragmentationGoal
{
    /// <summary>As many as possible of one shape fit, counted machine by machine; measured as the X-fragment rate, which falls.</summary>
    Fragmentation,

    /// <summary>As many machines as possible are empty; measured as their number.</summary>
    FreeAgents,

    /// <summary>As large a task as possible fits on one machine; measured in shapes, fractions of one among them.</summary>
    LargestFit,

    /// <summary>As little as possible of what is free is out of proportion to the workload's mix; measured as the stranded ratio, which falls.</summary>
    Stranding,

    /// <summary>As few groups as possible lose too many of their items with one host, rack or zone; measured as the number of such cases, which falls.</summary>
    Risk,
}
