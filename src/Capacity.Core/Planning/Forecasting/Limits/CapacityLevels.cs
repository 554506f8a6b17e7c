namespace Capacity.Core.Planning.Forecasting.Limits;

/// <summary>How much of one resource can be allocated in one cut of the cluster, and what is in the way of the rest; in cores, bytes or GPUs.</summary>
/// <param name="Total">What there is.</param>
/// <param name="Allocated">What was allocated when this was measured.</param>
/// <param name="Closed">What is free on agents that take no new tasks.</param>
/// <param name="Stranded">What is free where the other resource runs out first.</param>
/// <param name="Unplaceable">What else the growth of today's mix could not take: too small pieces, and constraints.</param>
/// <param name="ZoneReserve">What has to stay free so that the loss of any one zone can be taken by the others; 0 where there are no other zones.</param>
/// <param name="UpgradeSurge">What the largest app takes more while it is upgraded.</param>
public sealed record CapacityLevels(double Total, double Allocated, double Closed, double Stranded, double Unplaceable, double ZoneReserve, double UpgradeSurge)
{
    /// <summary>Gets what today's mix may grow to before nothing more of it is placed.</summary>
    public double Placeable => Math.Max(0, Total - Closed - Stranded - Unplaceable);

    /// <summary>Gets what is kept free: the larger of both needs, for an upgrade may take what is kept for the loss of a zone.</summary>
    public double Kept => Math.Max(ZoneReserve, UpgradeSurge);

    /// <summary>Gets what may be allocated: <see cref="Placeable"/> without what is kept free. It may be less than what is allocated.</summary>
    public double Effective => Math.Max(0, Placeable - Kept);

    /// <summary>Gets the share of the total that may be allocated, 0 to 1; 0 where there is nothing.</summary>
    public double EffectiveRatio => Total > 0 ? Math.Clamp(Effective / Total, 0, 1) : 0;
}
