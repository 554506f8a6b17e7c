namespace Capacity.Mesos.Masters;

/// <summary>The answer to <c>/maintenance/status</c>; both lists are absent when empty, and their elements differ in shape.</summary>
internal sealed class MaintenanceStatusJson
{
    public List<DrainingMachineJson?>? DrainingMachines { get; set; }

    public List<MachineIdJson?>? DownMachines { get; set; }

    internal sealed class DrainingMachineJson
    {
        public MachineIdJson? Id { get; set; }
    }

    internal sealed class MachineIdJson
    {
        public string? Hostname { get; set; }

        public string? Ip { get; set; }
    }
}
