using Capacity.Simulator.Replay;
using Capacity.Testing.Recordings;
using Recordings = Capacity.Cli.Recorder.Recordings;

namespace Capacity.Cli.Tests.Packing;

/// <summary>A recorded cluster, served for the tests that ask about it.</summary>
public sealed class ReplayedCluster : IAsyncLifetime
{
    private ReplayCluster? cluster;

    /// <summary>Gets the masters, as <c>--master</c> takes them.</summary>
    public string Masters => string.Join(',', cluster!.Masters.Select(m => $"http://{cluster.Listeners[m]}"));

    public async ValueTask InitializeAsync()
    {
        var recording = await Recordings.OpenAsync(Path.Combine(CommittedRecordings.Folder, "steady"), TestContext.Current.CancellationToken);
        cluster = await Recordings.ServeAsync(recording, new ReplayOptions(), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => cluster!.DisposeAsync();
}
