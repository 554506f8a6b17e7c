using Capacity.Core.RightSizing.Recording;
using Capacity.Core.Scanning;

namespace Capacity.Server.Keeping;

/// <summary>Finds in a report what happened to apps, the same each time it is still to be seen.</summary>
internal static class ProfileEvents
{
    public static IEnumerable<AppEvent> In(ScanReport report, DateTimeOffset at)
    {
        foreach (var kill in report.Picture.Failures.Where(f => f.OutOfMemory))
        {
            yield return new(kill.App, AppEventKind.MemoryKill, kill.TaskId, kill.At ?? at, at);
        }

        foreach (var app in report.Picture.Marathons.SelectMany(m => m.Apps).Where(a => a.Version is not null))
        {
            yield return new(app.Key, AppEventKind.Version, app.Version!, at, at);
        }
    }
}
