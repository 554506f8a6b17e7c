namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>The steps ahead at which a fit looks: the next, the middle and the last of a horizon. So parameters are good for the whole of it.</summary>
internal static class Horizons
{
    public static int[] Of(int horizon) => [.. new[] { 1, (horizon + 1) / 2, horizon }.Distinct()];
}
