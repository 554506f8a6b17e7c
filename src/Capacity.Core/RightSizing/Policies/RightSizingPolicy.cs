using Capacity.Core.RightSizing.Risk;
using Capacity.Core.Units;

namespace Capacity.Core.RightSizing.Policies;

/// <summary>How a cluster wants its apps sized.</summary>
public sealed record RightSizingPolicy
{
    /// <summary>The standard.</summary>
    public static RightSizingPolicy Default { get; } = new();

    /// <summary>Gets how much risk sizes may carry.</summary>
    public RiskTargets Targets { get; init; } = RiskTargets.Default;

    /// <summary>Gets the most whole weeks to look back. The default is 4, so that a peak that comes once a month is seen.</summary>
    public int Weeks { get; init; } = 4;

    /// <summary>Gets what resources cost: decides between size and count.</summary>
    public Prices Prices { get; init; } = Prices.Relative;

    /// <summary>Gets the least CPU of an instance. The default is 0.05 cores.</summary>
    public CpuCores CpuFloor { get; init; } = CpuCores.FromCores(0.05);

    /// <summary>Gets the most CPU of an instance; <see langword="null"/> for no cap.</summary>
    public CpuCores? CpuCap { get; init; }

    /// <summary>Gets the least memory of an instance. The default is 64 MiB.</summary>
    public MemorySize MemoryFloor { get; init; } = MemorySize.FromMebibytes(64);

    /// <summary>Gets the most memory of an instance; <see langword="null"/> for no cap.</summary>
    public MemorySize? MemoryCap { get; init; }

    /// <summary>Gets what CPU is rounded up to. The default is a hundredth of a core.</summary>
    public CpuCores CpuStep { get; init; } = CpuCores.FromCores(0.01);

    /// <summary>Gets what memory is rounded up to. The default is 16 MiB.</summary>
    public MemorySize MemoryStep { get; init; } = MemorySize.FromMebibytes(16);

    /// <summary>Gets the only sizes that instances may have; empty for any.</summary>
    public IReadOnlyList<CatalogueSize> Catalogue { get; init; } = [];

    /// <summary>Gets how busy instances may be at the app's 99th percentile, 0 to 1. The default is 0.8.</summary>
    public double Utilisation { get; init; } = 0.8;

    /// <summary>Gets how busy those left may be after the largest failure domain is lost, 0 to 1. The default is 0.95.</summary>
    public double UtilisationAfterLoss { get; init; } = 0.95;

    /// <summary>Gets the fewest instances of an app that has several now. The default is 2.</summary>
    public int RedundantInstances { get; init; } = 2;

    /// <summary>Gets the share of waste from which an app is flagged. The default is 0.2.</summary>
    public double FlagFrom { get; init; } = 0.2;

    /// <summary>Gets the share of waste below which a flag is taken back. The default is 0.15.</summary>
    public double ClearBelow { get; init; } = 0.15;

    /// <summary>Gets the share of days on which the waste has to be there. The default is 0.8.</summary>
    public double FlagDays { get; init; } = 0.8;

    /// <summary>Gets how much less fewer instances have to cost than smaller ones, as a ratio: another number of them is the larger change. The default is 0.1.</summary>
    public double LeastCountSaving { get; init; } = 0.1;

    /// <summary>Gets the change below which advice stays what it was. The default is 0.1.</summary>
    public double LeastChange { get; init; } = 0.1;
}
