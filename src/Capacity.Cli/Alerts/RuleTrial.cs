namespace Capacity.Cli.Alerts;

/// <summary>What a change of the rules would have done to a log of alerts.</summary>
/// <param name="Change">What changes; <see langword="null"/> for the rules as they are.</param>
/// <param name="Pages">How often somebody would have been paged.</param>
/// <param name="Fewer">The causes that would have paged nobody any more.</param>
/// <param name="More">The causes that would have paged in addition.</param>
/// <param name="LongestDelaySeconds">How much later the latest of the other pages would have come; 0 where none would.</param>
internal sealed record RuleTrial(string? Change, int Pages, IReadOnlyList<string> Fewer, IReadOnlyList<string> More, double LongestDelaySeconds);
