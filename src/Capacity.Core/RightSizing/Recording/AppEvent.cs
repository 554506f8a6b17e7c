using Capacity.Core.Cluster;

namespace Capacity.Core.RightSizing.Recording;

/// <summary>Something that happened to an app.</summary>
/// <param name="App">The app.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Key">Which it was: the same app, kind and key is the same event, however often it is seen.</param>
/// <param name="At">When it happened, as far as anybody says; else when it was noted.</param>
/// <param name="NotedAt">The collection that it was seen in first.</param>
public sealed record AppEvent(AppKey App, AppEventKind Kind, string Key, DateTimeOffset At, DateTimeOffset NotedAt);
