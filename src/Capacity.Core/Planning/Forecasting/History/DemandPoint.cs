namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>A demand in one hour or day.</summary>
/// <param name="Step">How long it stands for.</param>
/// <param name="At">When the hour or day begins.</param>
/// <param name="Looks">The looks of the hour, or the hours of the day that were looked at.</param>
/// <param name="Reading">The mean of the hour, or the high hour of the day.</param>
public sealed record DemandPoint(DemandStep Step, DateTimeOffset At, int Looks, DemandReading Reading)
{
    /// <summary>Gets what was demanded; <see langword="null"/> where it is not known.</summary>
    public double? Of(DemandResource resource, DemandKind kind) => (kind == DemandKind.Allocated ? Reading.Allocated : Reading.Used)[resource];
}
