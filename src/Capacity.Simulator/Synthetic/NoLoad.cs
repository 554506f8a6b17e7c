namespace Capacity.Simulator.Synthetic;

/// <summary>A container that uses nothing.</summary>
internal sealed class NoLoad : IContainerLoad
{
    private NoLoad()
    {
    }

    public static NoLoad Instance { get; } = new();

    public ContainerUsage At(DateTimeOffset at) => default;
}
