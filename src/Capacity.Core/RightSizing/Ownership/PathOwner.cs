namespace Capacity.Core.RightSizing.Ownership;

/// <summary>Gives apps below a path to a team.</summary>
/// <param name="Path">How their ids begin, such as <c>/shop</c>: whole segments only.</param>
/// <param name="Team">The team.</param>
public sealed record PathOwner(string Path, string Team);
