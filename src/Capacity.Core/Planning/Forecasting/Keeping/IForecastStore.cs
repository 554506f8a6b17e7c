using Capacity.Core.Planning.Forecasting.Limits;

namespace Capacity.Core.Planning.Forecasting.Keeping;

/// <summary>Keeps every forecast that was made. All methods throw <see cref="IOException"/> where the store can't be read or written.</summary>
public interface IForecastStore
{
    /// <summary>Keeps forecasts, all or none.</summary>
    Task AppendAsync(IReadOnlyCollection<KeptForecast> forecasts, CancellationToken cancellationToken);

    /// <summary>Reads the forecasts of a series that were made in a range, the earliest first.</summary>
    /// <param name="series">The series.</param>
    /// <param name="since">The begin of the range, inclusive.</param>
    /// <param name="until">The end of the range, exclusive.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<KeptForecast>> ReadAsync(string series, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Drops forecasts that were made before a time.</summary>
    /// <returns>How many were dropped.</returns>
    Task<int> DropBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken);

    /// <summary>Reads the levels that were found last, by series; those without one are left out.</summary>
    Task<IReadOnlyDictionary<string, RunOutLevel>> ReadLevelsAsync(CancellationToken cancellationToken);

    /// <summary>Puts levels in the place of all that are there.</summary>
    Task PutLevelsAsync(IReadOnlyDictionary<string, RunOutLevel> levels, CancellationToken cancellationToken);
}
