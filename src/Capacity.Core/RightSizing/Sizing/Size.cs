namespace Capacity.Core.RightSizing.Sizing;

/// <summary>What one instance should be given. Whatever there is no ground for is <see langword="null"/>.</summary>
/// <param name="Cores">CPU in cores, 0 or more.</param>
/// <param name="Bytes">Memory in bytes, 0 or more.</param>
public readonly record struct Size(double? Cores, double? Bytes);
