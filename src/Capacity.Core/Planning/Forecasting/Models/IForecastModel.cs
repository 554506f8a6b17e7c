namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>A way to go on with a series. Models hold no state: what they learn are their parameters.</summary>
internal interface IForecastModel
{
    /// <summary>Gets the name in reports.</summary>
    string Name { get; }

    /// <summary>Learns the parameters; empty where the model has none.</summary>
    /// <param name="view">What is known.</param>
    /// <param name="horizon">How many steps the forecasts will have.</param>
    double[] Fit(View view, int horizon);

    /// <summary>Forecasts the steps after a view.</summary>
    /// <param name="view">What is known: what was fitted to, or longer.</param>
    /// <param name="parameters">What <see cref="Fit"/> gave.</param>
    /// <param name="forecast">Takes the forecast, the next step first.</param>
    void Forecast(View view, double[] parameters, Span<double> forecast);
}
