using System.Net.Sockets;
using Capacity.Simulator.Replay;
using Capacity.Storage.Recordings;

namespace Capacity.Cli.Recording;

/// <summary>Opens and serves recordings, and says to the user why not.</summary>
internal static class Recordings
{
    public static async Task<Storage.Recordings.Recording> OpenAsync(string folder, CancellationToken cancellationToken) =>
        await Storage.Recordings.Recording.OpenAsync(folder, cancellationToken) switch
        {
            RecordingOpening.Opened(var recording) => recording,
            RecordingOpening.Refused(_, var reason) => throw new UserErrorException(reason, ExitCodes.Failed),
            var other => throw new InvalidOperationException($"{other} is not handled."),
        };

    public static async Task<ReplayCluster> ServeAsync(
        Storage.Recordings.Recording recording, ReplayOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await ReplayCluster.StartAsync(recording.ReadAsync(cancellationToken), options, time, cancellationToken);
        }
        catch (Exception e) when (e is ArgumentException or IOException or SocketException or InvalidDataException)
        {
            throw new UserErrorException($"The recording cannot be served: {e.Message}", ExitCodes.Failed);
        }
    }
}
