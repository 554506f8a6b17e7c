namespace Capacity.Server.Pages.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Style">How it is drawn: a class of the style sheet.</param>
/// <param name="Values">One for each time; <see langword="null"/> is a gap.</param>
/// <param name="Named">Whether the legend has it.</param>
public sealed record ChartLine(string Name, string Style, IReadOnlyList<double?> Values, bool Named = true)
{
    /// <summary>Gets the last value that is known.</summary>
    public double? Latest => Values.LastOrDefault(v => v is not null);
}
