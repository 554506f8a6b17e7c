namespace Capacity.Core.Planning.Forecasting;

/// <summary>The forecasts of a series.</summary>
/// <param name="Chosen">The one to go by; <see langword="null"/> where the history is too short for any.</param>
/// <param name="Weights">What each model counts in it; models that do not are left out.</param>
/// <param name="Models">Each model's own, where that was asked for.</param>
public sealed record SeriesForecast(Forecast? Chosen, IReadOnlyDictionary<string, double> Weights, IReadOnlyList<Forecast> Models)
{
    /// <summary>A series whose history is too short.</summary>
    internal static SeriesForecast None { get; } = new(null, new Dictionary<string, double>(), []);
}
