using Capacity.Core.Cluster;
using Capacity.Mesos.Wire;

namespace Capacity.Mesos.Masters;

/// <summary>The answer to <c>/maintenance/schedule</c>: an empty object where nothing is scheduled.</summary>
internal sealed class MaintenanceScheduleJson
{
    /// <summary>Longer windows have no end: nobody plans that far.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public List<WindowJson?>? Windows { get; set; }

    /// <summary>Gives the windows; one without machines or a start is none.</summary>
    public IReadOnlyList<MaintenanceWindow> ToWindows() => [.. Windows.Present().Select(ToWindow).OfType<MaintenanceWindow>().OrderBy(w => w.Start)];

    private static MaintenanceWindow? ToWindow(WindowJson window)
    {
        var machines = window.MachineIds.Present()
            .Select(m => new MaintenanceMachine(m.Hostname?.ToLowerInvariant() ?? "", m.Ip ?? ""))
            .Where(m => m.Name.Length > 0)
            .Distinct()
            .ToList();
        var duration = Scalars.ToSpan(Seconds(window.Unavailability?.Duration));
        return machines.Count > 0 && Scalars.ToTime(Seconds(window.Unavailability?.Start)) is { } start && start < Latest
            ? new(machines, start, duration > Longest ? null : duration)
            : null;
    }

    private static double? Seconds(NanosecondsJson? time) => time?.Nanoseconds / 1e9;

    internal sealed class WindowJson
    {
        public List<MaintenanceStatusJson.MachineIdJson?>? MachineIds { get; set; }

        public UnavailabilityJson? Unavailability { get; set; }
    }

    internal sealed class UnavailabilityJson
    {
        public NanosecondsJson? Start { get; set; }

        /// <summary>Gets or sets how long; absent where there is no end.</summary>
        public NanosecondsJson? Duration { get; set; }
    }

    internal sealed class NanosecondsJson
    {
        public double? Nanoseconds { get; set; }
    }
}
