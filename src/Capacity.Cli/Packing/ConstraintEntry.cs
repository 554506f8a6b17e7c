namespace Capacity.Cli.Packing;

/// <summary>A constraint of a packing problem as JSON: a short list of words.</summary>
/// <param name="Parts">The words, numbers among them as they are written; <see langword="null"/> where it is something else.</param>
internal sealed record ConstraintEntry(IReadOnlyList<string>? Parts);
