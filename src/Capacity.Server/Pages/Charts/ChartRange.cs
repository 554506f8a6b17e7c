using Capacity.Core.TimeSeries;

namespace Capacity.Server.Pages.Charts;

/// <summary>The stretches of time that pages offer, in buckets that are wide enough to hold a look or two each.</summary>
public static class ChartRange
{
    private const int MostBuckets = 180;

    private static readonly TimeSpan[] Steps = [.. new[] { 1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440 }.Select(m => TimeSpan.FromMinutes(m))];

    /// <summary>Gets what is shown where nothing else is asked for.</summary>
    public static string Usual => "6h";

    /// <summary>Gets the stretches, as the address names them, as people do, and their length.</summary>
    public static IReadOnlyList<(string Name, string Text, TimeSpan Length)> All { get; } =
    [
        ("1h", "hour", TimeSpan.FromHours(1)),
        ("6h", "6 hours", TimeSpan.FromHours(6)),
        ("24h", "day", TimeSpan.FromHours(24)),
        ("7d", "7 days", TimeSpan.FromDays(7)),
        ("14d", "14 days", TimeSpan.FromDays(14)),
        ("90d", "90 days", TimeSpan.FromDays(90)),
    ];

    /// <summary>Finds a stretch; the usual one where there is none of that name.</summary>
    public static (string Name, string Text, TimeSpan Length) Named(string? name) => All.FirstOrDefault(r => r.Name == name) is { Name: not null } found ? found : Named(Usual);

    /// <summary>Cuts the stretch that ends now into buckets whose boundaries stay where they are as time goes on.</summary>
    public static SeriesRange Until(DateTimeOffset now, TimeSpan length, TimeSpan interval)
    {
        var shortest = Math.Max((length / MostBuckets).Ticks, 2 * interval.Ticks);
        var step = Steps.FirstOrDefault(s => s.Ticks >= shortest, Steps[^1]);
        var end = new DateTimeOffset((now.UtcTicks + step.Ticks - 1) / step.Ticks * step.Ticks, TimeSpan.Zero);
        var start = new DateTimeOffset((end - length).UtcTicks / step.Ticks * step.Ticks, TimeSpan.Zero);
        return new(start, end, step);
    }
}
