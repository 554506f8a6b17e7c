using System.Globalization;
using System.Net.Sockets;
using Capacity.Simulator.Replay;
using Capacity.Storage.Recordings;

namespace Capacity.Cli.Recorder;

/// <summary>Opens and serves recordings, and says to the user why not.</summary>
internal static class Recordings
{
    public static async Task<Recording> OpenAsync(string folder, CancellationToken cancellationToken) =>
        await Recording.OpenAsync(folder, cancellationToken) switch
        {
            RecordingOpening.Opened(var recording) => recording,
            RecordingOpening.Refused(_, var reason) => throw new UserErrorException(reason, ExitCodes.Failed),
            var other => throw new InvalidOperationException($"{other} is not handled."),
        };

    public static async Task<ReplayCluster> ServeAsync(
        Recording recording, ReplayOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var cluster = await ReplayCluster.StartAsync(recording.ReadAsync(cancellationToken), options, time, cancellationToken);
            var length = cluster.EndsAt - cluster.StartedAt;
            if (options.Offset <= length)
            {
                return cluster;
            }

            await cluster.DisposeAsync();
            throw new UserErrorException(string.Create(CultureInfo.InvariantCulture, $"--offset: the recording is only {length.TotalSeconds:0.#}s long."));
        }
        catch (EmptyRecordingException)
        {
            throw new UserErrorException($"The recording cannot be served. {(recording.Remarks.Count == 0 ? "It holds no exchanges." : string.Join(' ', recording.Remarks))}", ExitCodes.Failed);
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The recording cannot be served: {e.Message}", ExitCodes.Failed);
        }
    }
}
