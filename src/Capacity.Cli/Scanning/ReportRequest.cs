namespace Capacity.Cli.Scanning;

/// <summary>What kind of report the user asked for.</summary>
/// <param name="Plan">How to take samples.</param>
/// <param name="Output">The form.</param>
/// <param name="Table">The table to write as CSV.</param>
/// <param name="Top">How many apps and agents are shown to a person.</param>
/// <param name="WithContainers">Whether the document holds every container.</param>
internal sealed record ReportRequest(ScanPlan Plan, ScanOutput Output, string Table, int Top, bool WithContainers);
