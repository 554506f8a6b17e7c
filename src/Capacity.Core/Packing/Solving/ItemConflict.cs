namespace Capacity.Core.Packing.Solving;

/// <summary>Where one of <paramref name="Present"/> is, at most so many of <paramref name="Other"/> may be.</summary>
/// <param name="Present">The id or group of items.</param>
/// <param name="Other">The id or group of items that are limited there.</param>
/// <param name="Most">How many, 0 or more. Of items beside their like (<paramref name="Present"/> is <paramref name="Other"/>): how many beside the first, so 0 keeps them apart.</param>
/// <remarks>The anti-affinity of the Alibaba Tianchi scheduling contest of 2018.</remarks>
public sealed record ItemConflict(string Present, string Other, int Most);
