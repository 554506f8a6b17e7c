namespace Capacity.Simulator.Synthetic;

/// <summary>The ports that every agent offers.</summary>
internal static class PortRange
{
    public const int First = 31000;

    public const int Last = 32000;
}
