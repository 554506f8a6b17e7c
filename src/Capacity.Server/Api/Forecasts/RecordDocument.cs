using Capacity.Core.Planning.Forecasting.Keeping;

namespace Capacity.Server.Api.Forecasts;

/// <summary>How earlier forecasts did by what came.</summary>
/// <param name="Count">How many values could be compared.</param>
/// <param name="Coverage80">The share of them between p10 and p90, 0 to 1; null before anything could be compared.</param>
/// <param name="Steps">The same by steps ahead.</param>
public sealed record RecordDocument(int Count, double? Coverage80, IReadOnlyList<StepRecord> Steps)
{
    internal static RecordDocument Of(TrackRecord record, bool inDetail) => new(record.Count, record.Coverage80, inDetail ? record.Steps : []);
}
