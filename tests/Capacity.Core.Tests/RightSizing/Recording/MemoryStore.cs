using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Recording;

namespace Capacity.Core.Tests.RightSizing.Recording;

/// <summary>Keeps checkpoints as bytes, as a store does.</summary>
internal sealed class MemoryStore
{
    private readonly Dictionary<(AppKey App, DateOnly Day), byte[]> rows = [];
    private DateTimeOffset? covered;

    public void Commit(ProfileRecorder recorder)
    {
        if (recorder.Checkpoint() is not { } checkpoint || checkpoint.CoveredUntil < covered)
        {
            return;
        }

        foreach (var (app, day, bytes) in checkpoint.Profiles)
        {
            rows[(app, day)] = bytes;
        }

        covered = checkpoint.CoveredUntil;
        recorder.Committed();
    }

    public ProfileState State(IReadOnlyList<AppEvent> events)
    {
        var day = DateOnly.FromDateTime((covered ?? default).UtcDateTime);
        return new(covered, [.. rows.Where(r => r.Key.Day == day).Select(r => new AppProfile(r.Key.App, ProfileCodec.Decode(r.Value)))], events);
    }

    public IReadOnlyList<AppProfile> Profiles() => [.. rows.OrderBy(r => r.Key.Day).ThenBy(r => r.Key.App.Id, StringComparer.Ordinal).Select(r => new AppProfile(r.Key.App, ProfileCodec.Decode(r.Value)))];

    /// <summary>Gives everything as text, to be compared.</summary>
    public List<string> Written() => [.. Profiles().Select(p => $"{p.App} {Convert.ToHexString(ProfileCodec.Encode(p.Profile))}")];
}
