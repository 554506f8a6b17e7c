namespace Capacity.Simulator.Model;

/// <summary>A maintenance window.</summary>
/// <param name="Agents">The machines.</param>
/// <param name="Start">When it starts.</param>
/// <param name="Length">How long it lasts.</param>
internal sealed record MaintenanceWindow(IReadOnlyList<AgentNode> Agents, DateTimeOffset Start, TimeSpan Length)
{
    /// <summary>Gets or sets a value indicating whether the machines were taken down.</summary>
    public bool IsDown { get; set; }
}
