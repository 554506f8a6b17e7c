using Capacity.Cli.Csv;
using Capacity.Core.RightSizing.BackTesting;

namespace Capacity.Cli.RightSizing;

/// <summary>Takes a row.</summary>
internal delegate void RowReader(in UsageRow row);

/// <summary>Reads a usage history from CSV line by line.</summary>
internal static class UsageCsv
{
    /// <summary>Reads all rows of a file.</summary>
    /// <exception cref="UserErrorException">The file cannot be read, or a line is wrong: the message has its number.</exception>
    public static void Read(string path, RowReader take) => CsvFile.Read(path, header =>
    {
        var lines = new UsageLines(header);
        return line =>
        {
            if (lines.Read(line) is { } row)
            {
                take(row);
            }
        };
    });
}
