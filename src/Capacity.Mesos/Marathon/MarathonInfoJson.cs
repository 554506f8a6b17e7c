namespace Capacity.Mesos.Marathon;

/// <summary>The answer to <c>/v2/info</c>, as far as it is used. It may hold ZooKeeper's password, which is not read.</summary>
internal sealed class MarathonInfoJson
{
    public string? Name { get; set; }

    public string? FrameworkId { get; set; }
}
