using Capacity.Core.Planning.Forecasting.Limits;

namespace Capacity.Server.Api.Forecasts;

/// <summary>How much can be allocated, and what is in the way of the rest; in cores, bytes or GPUs.</summary>
/// <param name="Total">What there is.</param>
/// <param name="Allocated">What is allocated now.</param>
/// <param name="Closed">What is free on agents that take no new tasks.</param>
/// <param name="Stranded">What is free where the other resource runs out first.</param>
/// <param name="Unplaceable">What else today's mix cannot take.</param>
/// <param name="ZoneReserve">What has to stay free for the loss of a zone.</param>
/// <param name="UpgradeSurge">What the largest app takes more while it is upgraded.</param>
/// <param name="Placeable">What today's mix may grow to.</param>
/// <param name="Effective">That without the larger of the zone reserve and the upgrade surge.</param>
public sealed record CapacityDocument(
    double Total, double Allocated, double Closed, double Stranded, double Unplaceable, double ZoneReserve, double UpgradeSurge, double Placeable, double Effective)
{
    internal static CapacityDocument? Of(CapacityLevels? l) =>
        l is null ? null : new(l.Total, l.Allocated, l.Closed, l.Stranded, l.Unplaceable, l.ZoneReserve, l.UpgradeSurge, l.Placeable, l.Effective);
}
