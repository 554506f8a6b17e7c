namespace Capacity.Server.Pages.Charts;

/// <summary>Chooses what a chart's scale has room for.</summary>
internal static class ChartScale
{
    private const string Limit = "limit";

    /// <summary>A limit that is further up than this, of everything else, would press everything else to the ground.</summary>
    private const double MostRoomForLimits = 3;

    /// <summary>Gives the value that the scale has to reach.</summary>
    public static double Top(IReadOnlyList<ChartLine> lines)
    {
        var limit = Most(lines.Where(l => l.Style == Limit)) ?? 0;
        var others = Most(lines.Where(l => l.Style != Limit)) ?? 0;
        return (others > 0 && limit > MostRoomForLimits * others ? others : Math.Max(limit, others)) is > 0 and var top ? top : 1;
    }

    /// <summary>Tells whether all of a line lies above the picture.</summary>
    public static bool IsAbove(ChartLine line, double top) => line.Values.Min() > top;

    private static double? Most(IEnumerable<ChartLine> lines) => lines.SelectMany(l => l.Values).Max();
}
