using Capacity.Core.RightSizing.Sizing;

namespace Capacity.Core.RightSizing.Anchors;

/// <summary>A rule that others size by, in its simplest true form, without floors and rounding.</summary>
/// <param name="Name">The name in reports.</param>
/// <param name="Recommend">The size of an instance after some days.</param>
public sealed record AnchorRule(string Name, Func<AnchorHistory, Size> Recommend);
