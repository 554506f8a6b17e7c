using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Scanning;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;

namespace Capacity.Server.Forecasts;

/// <summary>Makes hourly demands of the collections as they come, and stores them every few minutes. A crash takes the looks since, of an hour that has others.</summary>
/// <remarks>Collections come one after the other, so there is no lock; <see cref="Trouble"/> may be read from any thread.</remarks>
public sealed class DemandKeeper(Stores stores, ServiceConfiguration configuration)
{
    /// <summary>The time of collections between two checkpoints.</summary>
    public static readonly TimeSpan CheckpointInterval = TimeSpan.FromMinutes(5);

    private readonly DemandReader reader = new(configuration.RightSizing.Owners);
    private DemandHours? hours;
    private DateTimeOffset storedAt;
    private volatile string? trouble;

    /// <summary>Gets why demands were not stored the last time; <see langword="null"/> where they were.</summary>
    public string? Trouble => trouble;

    /// <summary>Takes a collection.</summary>
    /// <returns><see langword="null"/>, or one line on what went wrong.</returns>
    public async Task<string?> KeepAsync(ScanReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        try
        {
            hours ??= await RestoreAsync(cancellationToken);
        }
        catch (IOException e)
        {
            // Whoever began without what is stored would put half an hour in the place of a whole one.
            return trouble = e.Message;
        }

        hours.Take(report.To, reader.Read(report));
        if ((report.To - storedAt).Duration() < CheckpointInterval)
        {
            return trouble;
        }

        storedAt = report.To;
        return await CheckpointAsync(cancellationToken);
    }

    /// <summary>Stores what no checkpoint has.</summary>
    /// <returns><see langword="null"/>, or one line on what went wrong.</returns>
    public async Task<string?> CheckpointAsync(CancellationToken cancellationToken)
    {
        if (hours?.Checkpoint() is not { Count: > 0 } points)
        {
            return trouble;
        }

        try
        {
            await stores.State.Demand.AppendAsync(points, cancellationToken);
            hours.Committed();
            return trouble = null;
        }
        catch (IOException e)
        {
            // The next checkpoint has all of it.
            return trouble = e.Message;
        }
    }

    private async Task<DemandHours> RestoreAsync(CancellationToken cancellationToken)
    {
        var restored = new DemandHours();
        if (await stores.State.Demand.FindLatestAsync(DemandStep.Hour, cancellationToken) is { } latest)
        {
            restored.Restore(await stores.State.Demand.ReadAsync(DemandStep.Hour, latest, latest + DemandStep.Hour.Length(), cancellationToken));
        }

        return restored;
    }
}
