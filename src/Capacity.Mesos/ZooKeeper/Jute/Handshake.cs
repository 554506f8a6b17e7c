namespace Capacity.Mesos.ZooKeeper.Jute;

/// <summary>The first exchange on a connection, which opens a session.</summary>
internal static class Handshake
{
    private const int PasswordBytes = 16;

    /// <returns>The time-out that the server gives the session.</returns>
    public static async Task<TimeSpan> ShakeAsync(JuteConnection connection, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var request = new JuteWriter()
            .Int(0) // version of the protocol
            .Long(0) // last zxid seen: none, any server will do
            .Int((int)timeout.TotalMilliseconds)
            .Long(0) // a new session
            .Bytes(new byte[PasswordBytes])
            .Bool(true); // a server that only reads will do
        await connection.SendAsync(request.ToPacket(), cancellationToken);
        return Read(await connection.ReceiveAsync(cancellationToken));
    }

    private static TimeSpan Read(byte[] packet)
    {
        var reader = new JuteReader(packet);
        var version = reader.Int();
        var timeout = reader.Int();
        _ = reader.Long(); // id of the session
        _ = reader.Bytes(); // its password; what may follow, whether it only reads, is absent before 3.4
        return version == 0 && timeout > 0
            ? TimeSpan.FromMilliseconds(timeout)
            : throw new InvalidDataException($"no session: version {version}, time-out {timeout} ms");
    }
}
