namespace Capacity.Core.Packing.Clusters;

/// <summary>Something in a cluster that its packing problem leaves out or simplifies.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">The agent or app it is about.</param>
/// <param name="Message">One line for a person.</param>
public sealed record ClusterProblemNote(ClusterProblemNoteKind Kind, string Subject, string Message);
