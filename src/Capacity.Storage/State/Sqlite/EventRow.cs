using Capacity.Core.RightSizing.Recording;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>app_event</c>.</summary>
internal sealed class EventRow
{
    public string Framework { get; init; } = "";

    public string Name { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Key { get; init; } = "";

    public long At { get; init; }

    public long Noted { get; init; }

    public static EventRow Of(AppEvent e) => new()
    {
        Framework = e.App.Framework,
        Name = e.App.Id,
        Kind = e.Kind.ToString(),
        Key = e.Key,
        At = e.At.ToMicroseconds(),
        Noted = e.NotedAt.ToMicroseconds(),
    };

    /// <summary>Gives the event; <see langword="null"/> for a kind that a newer program knows.</summary>
    public AppEvent? ToEvent() =>
        Enum.TryParse<AppEventKind>(Kind, out var kind) ? new(new(Framework, Name), kind, Key, Moments.ToTime(At), Moments.ToTime(Noted)) : null;
}
