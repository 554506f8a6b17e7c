using Capacity.Core.Planning.Forecasting.Limits;
using Capacity.Core.Planning.Forecasting.RunningOut;
using Capacity.Server.Forecasts;

namespace Capacity.Server.Api.Forecasts;

/// <summary>When it is full, by what full means; null where that was not asked for.</summary>
/// <param name="Effective">What is to be kept free has to be taken.</param>
/// <param name="Placeable">Nothing more of today's mix is placed.</param>
/// <param name="Total">Everything is allocated.</param>
public sealed record FullDocument(RunOutDocument? Effective, RunOutDocument? Placeable, RunOutDocument? Total)
{
    internal static FullDocument? Of(Outlook outlook, IReadOnlyDictionary<CapacityKind, RunOut> runOuts) => runOuts.Count == 0 ? null : new(
        RunOutDocument.Of(outlook, runOuts.GetValueOrDefault(CapacityKind.Effective)),
        RunOutDocument.Of(outlook, runOuts.GetValueOrDefault(CapacityKind.Placeable)),
        RunOutDocument.Of(outlook, runOuts.GetValueOrDefault(CapacityKind.Total)));
}
