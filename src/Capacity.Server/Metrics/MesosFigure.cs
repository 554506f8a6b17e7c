namespace Capacity.Server.Metrics;

/// <summary>One figure of a master's, as it is passed on.</summary>
/// <param name="MesosName">What Mesos calls it.</param>
/// <param name="Name">What we call it, with its unit at the end.</param>
/// <param name="OfTheCluster">Whether it means something on the leader only: a standby says zero.</param>
/// <param name="Help">What it says.</param>
/// <param name="Factor">Of our unit, what one of Mesos's is.</param>
/// <param name="State">The value of the label <c>state</c>; <see langword="null"/> for a metric without one.</param>
internal sealed record MesosFigure(string MesosName, string Name, bool OfTheCluster, string Help, double Factor = 1, string? State = null)
{
    /// <summary>Gets a value indicating whether it only grows, as long as the master lives.</summary>
    public bool IsCounter => Name.EndsWith("_total", StringComparison.Ordinal);
}
