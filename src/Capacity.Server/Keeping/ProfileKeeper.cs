using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Recording;
using Capacity.Core.Scanning;
using Capacity.Core.TimeSeries;
using Capacity.Server.Configuration;

namespace Capacity.Server.Keeping;

/// <summary>Makes usage profiles of the collections as they come, and stores them every few minutes. What a crash takes is made again from the samples.</summary>
/// <remarks>Restoring and keeping come one after the other, so there is no lock; <see cref="Trouble"/> may be read from any thread.</remarks>
public sealed class ProfileKeeper(Stores stores, ServiceConfiguration configuration)
{
    /// <summary>The time of collections between two checkpoints.</summary>
    public static readonly TimeSpan CheckpointInterval = TimeSpan.FromMinutes(5);

    /// <summary>How much is read back at once.</summary>
    private static readonly TimeSpan Stretch = TimeSpan.FromMinutes(10);

    private readonly HashSet<(AppKey App, AppEventKind Kind, string Key)> known = [];
    private ProfileRecorder? recorder;
    private DateTimeOffset? storedUntil;
    private volatile string? trouble;

    /// <summary>Gets why profiles were not stored the last time; <see langword="null"/> where they were.</summary>
    public string? Trouble => trouble;

    /// <summary>Begins where the last service ended: with its last checkpoint, and the samples since.</summary>
    /// <exception cref="IOException">The stores can't be read.</exception>
    public Task RestoreAsync(CancellationToken cancellationToken) => RestoreAsync(DateTimeOffset.MaxValue, cancellationToken);

    private async Task RestoreAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        var restored = new ProfileRecorder(configuration.Interval, LongestGap(configuration.Interval), configuration.RightSizing.Profiles);
        var state = await stores.State.Profiles.ReadStateAsync(cancellationToken);
        foreach (var e in state.Events)
        {
            known.Add((e.App, e.Kind, e.Key));
        }

        restored.Restore(state);
        storedUntil = state.CoveredUntil;
        if (await stores.Samples.FindLatestAsync(cancellationToken) is { } latest)
        {
            await ReadBackAsync(restored, state, latest < until ? latest.AddTicks(TimeSpan.TicksPerMicrosecond) : until, cancellationToken);
        }

        recorder = restored;
    }

    private async Task ReadBackAsync(ProfileRecorder restored, ProfileState state, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var pending = new Queue<AppEvent>(state.Events.Where(e => e.NotedAt > (state.CoveredUntil ?? DateTimeOffset.MinValue)));
        var before = LongestGap(configuration.Interval) + configuration.RightSizing.Profiles.StartUp;
        for (var from = (state.CoveredUntil ?? until - configuration.KeepRaw) - before; from < until; from += Stretch)
        {
            foreach (var look in await stores.Samples.ReadLooksAsync(from, from + Stretch < until ? from + Stretch : until, cancellationToken))
            {
                restored.Take(look, Until(look.At, pending));
            }

            await CheckpointWhenDueAsync(restored, cancellationToken);
        }
    }

    /// <summary>Takes a collection.</summary>
    /// <returns><see langword="null"/>, or one line on what went wrong.</returns>
    public async Task<string?> KeepAsync(ScanReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!SampleKeeper.KnowsAgents(report.Picture))
        {
            return trouble;
        }

        var look = UsageLook.From(SampleBatch.From(report));
        if (recorder is null)
        {
            // Whoever began without what is stored would put half a day in the place of a whole one.
            try
            {
                await RestoreAsync(look.At, cancellationToken);
            }
            catch (IOException e)
            {
                return trouble = e.Message;
            }
        }

        AppEvent[] news = [.. ProfileEvents.In(report, look.At).Where(e => !known.Contains((e.App, e.Kind, e.Key))).DistinctBy(e => (e.App, e.Kind, e.Key))];
        try
        {
            if (news.Length > 0)
            {
                await stores.State.Profiles.NoteAsync(news, cancellationToken);
            }
        }
        catch (IOException e)
        {
            // They are still to be seen in the next collection.
            news = [];
            trouble = e.Message;
        }

        known.UnionWith(news.Select(e => (e.App, e.Kind, e.Key)));
        recorder!.Take(look, news);
        await CheckpointWhenDueAsync(recorder, cancellationToken);
        return trouble;
    }

    /// <summary>Stores what no checkpoint has.</summary>
    /// <returns><see langword="null"/>, or one line on what went wrong.</returns>
    public Task<string?> CheckpointAsync(CancellationToken cancellationToken) => CheckpointAsync(recorder, cancellationToken);

    private async Task<string?> CheckpointAsync(ProfileRecorder? from, CancellationToken cancellationToken)
    {
        if (from?.Checkpoint() is not { } checkpoint)
        {
            return null;
        }

        try
        {
            await stores.State.Profiles.CommitAsync(checkpoint, cancellationToken);
            from.Committed();
            storedUntil = checkpoint.CoveredUntil;
            return trouble = null;
        }
        catch (IOException e)
        {
            // The next checkpoint has all of it.
            return trouble = e.Message;
        }
    }

    private static TimeSpan LongestGap(TimeSpan interval) => TimeSpan.FromTicks(Math.Max(TimeSpan.FromMinutes(5).Ticks, 3 * interval.Ticks));

    private static List<AppEvent> Until(DateTimeOffset at, Queue<AppEvent> events)
    {
        List<AppEvent> due = [];
        while (events.TryPeek(out var next) && next.NotedAt <= at)
        {
            due.Add(events.Dequeue());
        }

        return due;
    }

    private async Task CheckpointWhenDueAsync(ProfileRecorder from, CancellationToken cancellationToken)
    {
        if (from.CoveredUntil is { } covered && (storedUntil is not { } stored || covered - stored >= CheckpointInterval))
        {
            await CheckpointAsync(from, cancellationToken);
        }
    }
}
