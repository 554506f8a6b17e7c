namespace Capacity.Simulator.ZooKeeper;

/// <summary>What one ZooKeeper server says.</summary>
internal interface IZooKeeperReplies
{
    /// <summary>Answers a four-letter word.</summary>
    /// <returns>The text, or <see langword="null"/> where the connection is to be cut.</returns>
    ReadOnlyMemory<byte>? FourLetterWord(string word);

    /// <summary>Answers a request within a session.</summary>
    /// <returns>The frame, or <see langword="null"/> where the connection is to be cut.</returns>
    /// <exception cref="InvalidDataException">The request ends early.</exception>
    byte[]? Answer(ReadOnlySpan<byte> frame, out int operation);
}
