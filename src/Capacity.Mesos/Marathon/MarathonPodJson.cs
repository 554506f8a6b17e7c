namespace Capacity.Mesos.Marathon;

/// <summary>One element of the answer to <c>/v2/pods/::status</c>. A pod's containers are its tasks.</summary>
internal sealed class MarathonPodJson
{
    public string? Id { get; set; }

    public List<InstanceJson?>? Instances { get; set; }

    internal sealed class InstanceJson
    {
        public List<PodContainerJson?>? Containers { get; set; }
    }

    internal sealed class PodContainerJson
    {
        /// <summary>Gets or sets what Mesos knows as the task id.</summary>
        public string? ContainerId { get; set; }
    }
}
