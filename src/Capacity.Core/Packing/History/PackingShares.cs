namespace Capacity.Core.Packing.History;

/// <summary>What becomes of one resource, as shares of 0 to 1.</summary>
/// <param name="AllocatedRatio">Allocated of all there is (D1); <see langword="null"/> where there is none.</param>
/// <param name="StrandedRatio">Stranded of all there is, in the ratio form (D6); <see langword="null"/> where there is none.</param>
/// <param name="ThresholdRatio">Stranded of all there is, in the threshold form (D5); <see langword="null"/> where there is none or it was not kept.</param>
/// <param name="FragmentedRatio">Fragmented of what is free (D7); <see langword="null"/> where nothing is free.</param>
public readonly record struct PackingShares(double? AllocatedRatio, double? StrandedRatio, double? ThresholdRatio, double? FragmentedRatio);
