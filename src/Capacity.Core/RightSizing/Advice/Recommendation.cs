namespace Capacity.Core.RightSizing.Advice;

/// <summary>What an app should be given instead, why, and how far that can be trusted.</summary>
public sealed record Recommendation
{
    /// <summary>Gets what the app is given now.</summary>
    public required AppFacts App { get; init; }

    /// <summary>Gets the first day that was looked at.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Gets the day after the last.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Gets what the app is, in a word.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Gets why, the weightiest first.</summary>
    public required IReadOnlyList<ReasonCode> Reasons { get; init; }

    /// <summary>Gets how far to trust it.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Gets the CPU of an instance; <see langword="null"/> where too little is known.</summary>
    public ResourceAdvice? Cpu { get; init; }

    /// <summary>Gets the memory of an instance; <see langword="null"/> where too little is known.</summary>
    public ResourceAdvice? Memory { get; init; }

    /// <summary>Gets the number of instances; <see langword="null"/> where too little is known.</summary>
    public CountAdvice? Count { get; init; }

    /// <summary>Gets the name of the catalogue's size; <see langword="null"/> where there is no catalogue, or nothing in it is large enough and within the caps.</summary>
    public string? CatalogueSize { get; init; }

    /// <summary>Gets where the CPU of the window went, in millionths of a core for an hour.</summary>
    public Account CpuAccount { get; init; }

    /// <summary>Gets where the memory of the window went, in KiB for an hour.</summary>
    public Account MemoryAccount { get; init; }

    /// <summary>Gets what the app costs an hour now.</summary>
    public double CostPerHour { get; init; }

    /// <summary>Gets what only changing the size saves an hour; negative where it costs more.</summary>
    public double SizeSavingPerHour { get; init; }

    /// <summary>Gets what only changing the count saves an hour, at today's size.</summary>
    public double CountSavingPerHour { get; init; }

    /// <summary>Gets what changing both saves an hour. It is not the sum of the other two, and never more than the cost.</summary>
    public double SavingPerHour { get; init; }

    /// <summary>Gets the proof on the last week; <see langword="null"/> with less than two weeks.</summary>
    public HeldOutWeek? BackTest { get; init; }

    /// <summary>Gets the machines that re-packing with this advice frees; <see langword="null"/> where nobody re-packed with it alone.</summary>
    public int? MachinesFreed { get; init; }

    /// <summary>Gets whether to show it as over-provisioned: it stays so until the waste is clearly gone.</summary>
    public bool IsOverProvisioned => Verdict is Verdict.TooBig or Verdict.TooMany or Verdict.TooBigAndTooMany or Verdict.Idle;

    /// <summary>Takes note of how many machines re-packing frees.</summary>
    public Recommendation AfterPacking(int machinesFreed) => this with
    {
        MachinesFreed = machinesFreed,
        Reasons = machinesFreed == 0 && IsOverProvisioned && !Reasons.Contains(ReasonCode.StrandedNoNodeSaving) ? [.. Reasons, ReasonCode.StrandedNoNodeSaving] : Reasons,
    };
}
