namespace Capacity.Cli.Packing;

/// <summary>Items of one kind that are not placed, in the answer as JSON.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Count">How many.</param>
/// <param name="Reason">What keeps one more from the machines, and from how many.</param>
internal sealed record UnplacedEntry(string Item, int Count, string Reason);
