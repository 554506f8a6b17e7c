using System.ComponentModel;
using Capacity.Core.Cluster;
using Capacity.Server.Live;

namespace Capacity.Server.Api.Live;

/// <summary>A window of maintenance that is scheduled with the masters.</summary>
public sealed record MaintenanceDocument
{
    [Description("planned, underWay, or overdue where its end is over and nobody has lifted it.")]
    public required string State { get; init; }

    [Description("When the machines may be taken down.")]
    public required DateTimeOffset Start { get; init; }

    [Description("When they should be back; null where nobody said.")]
    public required DateTimeOffset? End { get; init; }

    [Description("The machines as the operator named them: host name in lower case, and address; one of them may be empty.")]
    public required IReadOnlyList<MaintenanceMachine> Machines { get; init; }

    [Description("How many agents on these machines were taken down.")]
    public required int Down { get; init; }

    [Description("How many agents on these machines run, and are to be left.")]
    public required int Draining { get; init; }

    /// <summary>Makes it.</summary>
    public static MaintenanceDocument Of(MaintenanceStanding standing, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return new()
        {
            State = standing.StateAt(now),
            Start = standing.Window.Start,
            End = standing.Window.End,
            Machines = standing.Window.Machines,
            Down = standing.Down,
            Draining = standing.Draining,
        };
    }
}
