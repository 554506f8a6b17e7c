using Capacity.Core.TimeSeries;
using Capacity.Server.Configuration;
using Capacity.Storage.State.Sqlite;
using Capacity.Storage.TimeSeries.DuckDb;

namespace Capacity.Server.Keeping;

/// <summary>The stores of one service, open.</summary>
/// <param name="Samples">The time series.</param>
/// <param name="State">Everything else.</param>
public sealed record Stores(ITimeSeriesStore Samples, SqliteState State) : IAsyncDisposable
{
    /// <summary>Opens the stores in the configured folder.</summary>
    /// <returns>The stores, or one line on why not.</returns>
    public static async Task<(Stores? Stores, string? Refusal)> OpenAsync(ServiceConfiguration configuration, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new DuckDbOptions
        {
            Folder = Path.Combine(configuration.DataFolder, "samples"),
            RawRetention = configuration.KeepRaw,
            DownsampledRetention = configuration.KeepSummaries,
            LongestGap = TimeSpan.FromTicks(Math.Max(TimeSpan.FromMinutes(5).Ticks, 3 * configuration.Interval.Ticks)),
        };
        if (options.Faults() is { Count: > 0 } faults)
        {
            return (null, string.Join(Environment.NewLine, faults));
        }

        switch (await DuckDbTimeSeriesStore.OpenAsync(options, time, cancellationToken))
        {
            case DuckDbOpening.Opened(var samples):
                switch (await SqliteState.OpenAsync(Path.Combine(configuration.DataFolder, "state.db"), time, cancellationToken))
                {
                    case StateOpening.Opened(var state):
                        return (new(samples, state), null);

                    case StateOpening.Refused(var reason):
                        await samples.DisposeAsync();
                        return (null, reason);
                }

                break;

            case DuckDbOpening.Refused(_, var reason):
                return (null, reason);
        }

        throw new InvalidOperationException("An opening is neither opened nor refused.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Samples.DisposeAsync();
        State.Dispose();
    }
}
