using System.Globalization;
using Capacity.Core.Cluster;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.TimeSeries;
using Capacity.Server.Api;

namespace Capacity.Server.Pages.Parts;

/// <summary>The addresses of pages and of the data behind them.</summary>
internal static class Links
{
    public static string To(AgentName agent) => $"/agent?{Query(agent)}";

    public static string To(AppKey app) => $"/app?framework={Text(app.Framework)}&id={Text(app.Id)}";

    public static string To(DemandKey key) => $"/forecast?{Query(key)}";

    /// <summary>The same series as a table, in the same buckets.</summary>
    public static string Csv(string path, SeriesRange range, string query = "") =>
        $"/api/v1/{path}?{query}{(query.Length > 0 ? "&" : "")}from={Time(range.Start)}&to={Time(range.End)}&step={range.Step.TotalSeconds.ToString(CultureInfo.InvariantCulture)}s&format=csv";

    public static string Query(AgentName agent) => string.Create(CultureInfo.InvariantCulture, $"host={Text(agent.Hostname)}&port={agent.Port}");

    public static string Query(AppKey app) => $"framework={Text(app.Framework)}&app={Text(app.Id)}";

    public static string Query(DemandKey key) =>
        $"resource={Words.Of(key.Resource)}&{(key.Cut.Level == CutLevel.Cluster ? "level=cluster" : $"{Words.Of(key.Cut.Level)}={Text(key.Cut.Name)}")}{(key.Kind == DemandKind.Used ? "&kind=used" : "")}";

    public static string Text(string text) => Uri.EscapeDataString(text);

    private static string Time(DateTimeOffset time) => Text(time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
}
