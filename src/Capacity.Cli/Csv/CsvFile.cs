using System.IO.Compression;

namespace Capacity.Cli.Csv;

/// <summary>Reads CSV files line by line, in gzip too.</summary>
internal static class CsvFile
{
    /// <summary>Reads all lines of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="begin">Takes the header, and gives what takes each line; what is wrong with a line throws <see cref="FormatException"/>.</param>
    /// <exception cref="UserErrorException">The file cannot be read, or a line is wrong: the message has its number.</exception>
    public static void Read(string path, Func<string, Action<string>> begin)
    {
        try
        {
            using var file = File.OpenRead(path);
            using Stream stream = IsGzip(file) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(stream, bufferSize: 1 << 16);
            Read(path, reader, begin);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UserErrorException($"'{path}' cannot be read: {FileFaults.Why(path, e)}.", File.Exists(path) ? ExitCodes.Failed : ExitCodes.BadArguments);
        }
    }

    private static void Read(string path, StreamReader reader, Func<string, Action<string>> begin)
    {
        var number = 1L;
        if (reader.ReadLine() is not { } header)
        {
            throw new UserErrorException($"{path} is empty: its first line has to name the columns.", ExitCodes.Failed);
        }

        try
        {
            var take = begin(header);
            while (reader.ReadLine() is { } line)
            {
                number++;
                if (line.Length > 0)
                {
                    take(line);
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
