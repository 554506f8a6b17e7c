namespace Capacity.Mesos.Marathon;

/// <summary>The answer to <c>/v2/apps</c>, as far as it is used. Suspended apps have 0 instances; pods are not in it.</summary>
internal sealed class MarathonAppsJson
{
    public List<AppJson?>? Apps { get; set; }

    internal sealed class AppJson
    {
        public string? Id { get; set; }

        public double? Instances { get; set; }

        public double? Cpus { get; set; }

        public double? Mem { get; set; }

        public double? Disk { get; set; }

        public double? Gpus { get; set; }

        public List<List<string?>?>? Constraints { get; set; }

        public Dictionary<string, string?>? Labels { get; set; }

        public string? Role { get; set; }

        public List<string?>? AcceptedResourceRoles { get; set; }

        public ResidencyJson? Residency { get; set; }

        public ContainerJson? Container { get; set; }

        public double? TasksRunning { get; set; }

        public List<DeploymentJson>? Deployments { get; set; }

        public UpgradeStrategyJson? UpgradeStrategy { get; set; }

        public LastTaskFailureJson? LastTaskFailure { get; set; }

        public string? Version { get; set; }

        public VersionInfoJson? VersionInfo { get; set; }
    }

    internal sealed class ResidencyJson;

    internal sealed class ContainerJson
    {
        public List<VolumeJson?>? Volumes { get; set; }
    }

    internal sealed class VolumeJson
    {
        public PersistentJson? Persistent { get; set; }
    }

    internal sealed class PersistentJson;

    internal sealed class VersionInfoJson
    {
        public string? LastConfigChangeAt { get; set; }
    }

    internal sealed class DeploymentJson
    {
        public string? Id { get; set; }
    }

    internal sealed class UpgradeStrategyJson
    {
        public double? MaximumOverCapacity { get; set; }
    }

    internal sealed class LastTaskFailureJson
    {
        public string? TaskId { get; set; }

        public string? State { get; set; }

        public string? Message { get; set; }

        public DateTimeOffset? Timestamp { get; set; }
    }
}
