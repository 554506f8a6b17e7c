namespace Capacity.Cli.Tests.EndToEnd;

/// <summary>What came of an update of masters.</summary>
/// <param name="Pages">The pages that arrived.</param>
/// <param name="Unpaged">What fired besides.</param>
/// <param name="LostAt">When a rack was lost; <see langword="null"/> where none was.</param>
/// <param name="Story">All that was told and held, for whoever reads that a test failed.</param>
internal sealed record UpdateOutcome(IReadOnlyList<PagerHook.Message> Pages, Unpaged Unpaged, DateTimeOffset? LostAt, string Story);
