namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>Which demand a series is of.</summary>
/// <param name="Cut">The part of the cluster.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Kind">Allocated or used.</param>
public readonly record struct DemandKey(DemandCut Cut, DemandResource Resource, DemandKind Kind)
{
    /// <summary>Writes it as kept forecasts are named: <c>Cpus/Zone/Allocated/east</c>. The name is last, for it may hold anything.</summary>
    public override string ToString() => $"{Resource}/{Cut.Level}/{Kind}/{Cut.Name}";
}
