using Capacity.Core.Planning.Shapes;

namespace Capacity.Server.Configuration;

/// <summary>How forecasts are judged.</summary>
public sealed record ForecastSettings
{
    /// <summary>The standard.</summary>
    public static ForecastSettings Default { get; } = new();

    /// <summary>Gets the time from ordering machines until they run.</summary>
    public TimeSpan LeadTime { get; init; } = TimeSpan.FromDays(45);

    /// <summary>Gets the probability of running out that is accepted, 0 to 1 exclusive.</summary>
    public double Target { get; init; } = 0.1;

    /// <summary>Gets the machines that can be bought; none for those that the cluster has.</summary>
    public IReadOnlyList<MachineShape> Shapes { get; init; } = [];
}
