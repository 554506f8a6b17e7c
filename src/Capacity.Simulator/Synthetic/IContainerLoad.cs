namespace Capacity.Simulator.Synthetic;

/// <summary>What one container uses, at any time after its start. Asking changes nothing.</summary>
internal interface IContainerLoad
{
    ContainerUsage At(DateTimeOffset at);
}
