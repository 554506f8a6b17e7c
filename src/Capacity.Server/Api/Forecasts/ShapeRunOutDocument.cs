using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Limits;
using Capacity.Core.Planning.Forecasting.RunningOut;
using Capacity.Server.Api.Packing;

namespace Capacity.Server.Api.Forecasts;

/// <summary>Until when a task of a shape finds room.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Zone">The zone; null for the whole cluster, empty for agents without a zone.</param>
/// <param name="Room">How many more fit now.</param>
/// <param name="By">The demand by which it is forecast: the resource that most is allocated of there.</param>
/// <param name="Limit">The amount of it at which none fits any more; null where one still does when nothing more of today's mix is placed.</param>
/// <param name="P10">The early date; null is later than the forecast reaches, or never.</param>
/// <param name="P50">The middle date.</param>
/// <param name="P90">The late date.</param>
public sealed record ShapeRunOutDocument(
    ResourcesDocument Shape, string? Zone, long Room, string By, double? Limit, DateTimeOffset? P10, DateTimeOffset? P50, DateTimeOffset? P90)
{
    internal static ShapeRunOutDocument Of(ShapeLimit shape, RunOut? runOut, DateTimeOffset start)
    {
        return new(
            ResourcesDocument.Of(shape.Shape), shape.Cut.Level == CutLevel.Zone ? shape.Cut.Name : null, shape.Room, Words.Of(shape.Resource), shape.Limit, At(runOut?.P10), At(runOut?.P50), At(runOut?.P90));

        DateTimeOffset? At(int? step) => step is int s ? start + (s * DemandStep.Day.Length()) : null;
    }
}
