using System.Net.Sockets;
using System.Text;
using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>Turns what the network throws into a failure. Our caller's cancellation is none and propagates.</summary>
internal static class NetworkFault
{
    public static bool IsExpected(Exception exception, CancellationToken cancellationToken) =>
        exception is SocketException or IOException or InvalidDataException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    public static ZooKeeperFailure ToFailure(Exception exception, HostPort server, string asked, TimeSpan limit) => exception switch
    {
        OperationCanceledException => new ZooKeeperFailure.TimedOut(server, asked, limit),
        EndOfStreamException => new ZooKeeperFailure.Closed(server, asked),
        InvalidDataException => new ZooKeeperFailure.Malformed(server, asked, exception.Message),
        IOException { InnerException: SocketException inner } => new ZooKeeperFailure.Unreachable(server, Describe(inner)),
        SocketException socket => new ZooKeeperFailure.Unreachable(server, Describe(socket)),
        _ => new ZooKeeperFailure.Unreachable(server, OneLine(exception.Message)),
    };

    /// <summary>Makes one printable line of a foreign text, at most <paramref name="length"/> characters long.</summary>
    public static string OneLine(string text, int length = 120)
    {
        var line = new StringBuilder();
        foreach (var character in text.Trim().TakeWhile(static c => c is not ('\r' or '\n')))
        {
            if (line.Length == length)
            {
                return line.Append('…').ToString();
            }

            line.Append(char.IsControl(character) || char.IsSurrogate(character) ? '?' : character);
        }

        return line.ToString();
    }

    private static string Describe(SocketException exception) => OneLine(exception.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "connection refused",
        SocketError.ConnectionReset => "connection reset",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "no such host name",
        _ => exception.Message,
    });
}
