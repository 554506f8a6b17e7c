using Capacity.Cli.Csv;
using Capacity.Core.Planning.Forecasting;

namespace Capacity.Cli.Planning;

/// <summary>Reads series from CSV.</summary>
internal static class SeriesCsv
{
    /// <summary>Reads all series of a file, in its order.</summary>
    /// <exception cref="UserErrorException">The file cannot be read, a line is wrong, or there is nothing in it.</exception>
    public static IReadOnlyList<DemandSeries> Read(string path)
    {
        SeriesLines? lines = null;
        CsvFile.Read(path, header => (lines = new(header)).Take);
        DemandSeries[] series = [.. lines!.Found.Select(f => SeriesGrid.Lay(f.Name, f.Points)
            ?? throw new UserErrorException($"{path}: the points of series '{f.Name}' lie too far apart: over {SeriesGrid.SparsestSteps} steps for each of them.", ExitCodes.Failed))];
        return series.Length > 0 ? series : throw new UserErrorException($"{path} has no rows.", ExitCodes.Failed);
    }
}
