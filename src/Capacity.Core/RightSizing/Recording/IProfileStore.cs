using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Recording;

/// <summary>Keeps usage profiles. All methods throw <see cref="IOException"/> where the store can't be read or written, on a full disk among others.</summary>
public interface IProfileStore
{
    /// <summary>Reads what a recorder begins with.</summary>
    Task<ProfileState> ReadStateAsync(CancellationToken cancellationToken);

    /// <summary>Notes events; those that are known are left out. What is noted outlives a crash.</summary>
    Task NoteAsync(IReadOnlyCollection<AppEvent> events, CancellationToken cancellationToken);

    /// <summary>Puts days in the place of what was known of them, and notes up to when they hold everything: both or neither.</summary>
    Task CommitAsync(ProfileCheckpoint checkpoint, CancellationToken cancellationToken);

    /// <summary>Reads days of all apps, one app after the other, so that not all have to be held at once.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="take">Is given each app with its days, the earliest first; only apps that have any.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task ReadAllAsync(DateOnly from, DateOnly until, Action<AppKey, IReadOnlyList<AppDayProfile>> take, CancellationToken cancellationToken);

    /// <summary>Reads days of one app, the earliest first.</summary>
    /// <param name="app">The app.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<AppDayProfile>> ReadAppAsync(AppKey app, DateOnly from, DateOnly until, CancellationToken cancellationToken);

    /// <summary>Drops days and events that are older than a day.</summary>
    /// <returns>How many days of apps were dropped.</returns>
    Task<int> DropBeforeAsync(DateOnly day, CancellationToken cancellationToken);
}
