using Capacity.Core.RightSizing.BackTesting;

namespace Capacity.Cli.RightSizing;

/// <summary>The scores as JSON.</summary>
/// <param name="Rules">Ours first.</param>
internal sealed record BackTestDocument(IReadOnlyList<RuleScore> Rules);
