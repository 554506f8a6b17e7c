namespace Capacity.Core.Packing.Solving;

/// <summary>What a packing is to achieve.</summary>
public enum PackingObjective
{
    /// <summary>Place everything, on as few machines as possible.</summary>
    Machines,

    /// <summary>Place everything; how many machines it takes does not matter, and what is placed already stays where it is.</summary>
    Fit,
}
