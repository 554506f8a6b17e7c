namespace Capacity.Mesos.Agents;

/// <summary>One element of the answer to an agent's <c>/containers</c>. Statistics are missing while a container comes or goes.</summary>
internal sealed class ContainerJson
{
    public string? ContainerId { get; set; }

    public StatisticsJson? Statistics { get; set; }
}
