namespace Capacity.Cli.Demo;

/// <summary>Which cluster the demo shows, and how fast it lives.</summary>
/// <param name="Agents">How many agents it has.</param>
/// <param name="Seed">Picks the cluster.</param>
/// <param name="Speed">How many of its seconds pass in one.</param>
/// <param name="MonthlyGrowth">How many instances come in a month, as a share of those at the start.</param>
/// <param name="Listen">Where the pages are.</param>
internal sealed record DemoPlan(int Agents, int Seed, double Speed, double MonthlyGrowth, string Listen)
{
    /// <summary>Gets the time between two collections, of the cluster's time.</summary>
    public TimeSpan Interval { get; } = TimeSpan.FromMinutes(5);
}
