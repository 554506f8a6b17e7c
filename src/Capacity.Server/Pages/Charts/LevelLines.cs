using Capacity.Core.TimeSeries;
using Capacity.Server.Pages.Parts;

namespace Capacity.Server.Pages.Charts;

/// <summary>The lines of a cluster, a zone or an agent.</summary>
public static class LevelLines
{
    /// <summary>What there is, in its own unit.</summary>
    public static IReadOnlyList<ChartLine> Of(IEnumerable<LevelFigures> levels)
    {
        var all = levels.ToList();
        return
        [
            new("total", "total", [.. all.Select(l => l.Total)]),
            new("allocated", "allocated", [.. all.Select(l => l.Allocated)]),
            new("used", "used", [.. all.Select(l => l.Used)]),
            new("stranded", "stranded", [.. all.Select(l => l.Stranded)]),
        ];
    }

    /// <summary>What there is, as shares of the total.</summary>
    public static IReadOnlyList<ChartLine> SharesOf(IEnumerable<LevelFigures> levels)
    {
        var all = levels.ToList();
        return
        [
            new("allocated", "allocated", [.. all.Select(l => Show.Share(l.Allocated, l.Total))]),
            new("used", "used", [.. all.Select(l => Show.Share(l.Used, l.Total))]),
            new("stranded", "stranded", [.. all.Select(l => Show.Share(l.Stranded, l.Total))]),
        ];
    }
}
