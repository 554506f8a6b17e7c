using System.IO.Compression;
using Capacity.Core.RightSizing.BackTesting;

namespace Capacity.Cli.RightSizing;

/// <summary>Takes a row.</summary>
internal delegate void RowReader(in UsageRow row);

/// <summary>Reads a usage history from CSV line by line.</summary>
internal static class UsageCsv
{
    /// <summary>Reads all rows of a file.</summary>
    /// <exception cref="UserErrorException">The file cannot be read, or a line is wrong: the message has its number.</exception>
    public static void Read(string path, RowReader take)
    {
        try
        {
            using var file = File.OpenRead(path);
            using Stream stream = IsGzip(file) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(stream, bufferSize: 1 << 16);
            Read(path, reader, take);
        }
        catch (FileNotFoundException)
        {
            throw new UserErrorException($"'{path}' cannot be read: there is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UserErrorException($"'{path}' cannot be read: {e.Message}", ExitCodes.Failed);
        }
    }

    private static void Read(string path, StreamReader reader, RowReader take)
    {
        var number = 1L;
        if (reader.ReadLine() is not { } header)
        {
            throw new UserErrorException($"{path} is empty: its first line has to name the columns.", ExitCodes.Failed);
        }

        try
        {
            var lines = new UsageLines(header);
            while (reader.ReadLine() is { } line)
            {
                number++;
                if (line.Length > 0 && lines.Read(line) is { } row)
                {
                    take(row);
                }
            }
        }
        catch (FormatException e)
        {
            throw new UserErrorException($"{path}, line {number}: {e.Message}", ExitCodes.Failed);
        }
    }

    private static bool IsGzip(FileStream file)
    {
        Span<byte> start = stackalloc byte[2];
        var read = file.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && start is [0x1F, 0x8B];
    }
}
