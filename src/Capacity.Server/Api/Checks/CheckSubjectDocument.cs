using System.ComponentModel;
using Capacity.Core.Checks;

namespace Capacity.Server.Api.Checks;

/// <summary>One subject of a check that is not well.</summary>
public sealed record CheckSubjectDocument(
    IReadOnlyDictionary<string, string> Labels,
    [property: Description("pending, firing, or ending: all is well again, and the alert fires on for a while.")] string State,
    [property: Description("Since when it is wrong.")] DateTimeOffset Since,
    [property: Description("Since when the alert fires; null where it does not yet.")] DateTimeOffset? FiringSince,
    [property: Description("The last value, in the check's unit; null where none was seen since the start of the service.")] double? Value,
    [property: Description("What is so, for people.")] string Description)
{
    internal static CheckSubjectDocument Of(CheckTrack track) => new(
        track.Labels.ToDictionary(),
        track.ClearSince is not null ? "ending" : Words.Of(track.Stage),
        track.Since,
        track.FiringSince,
        track.Value,
        track.Explanation is { } why ? $"{track.Detail} {why}" : track.Detail);
}
