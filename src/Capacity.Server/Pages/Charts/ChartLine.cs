namespace Capacity.Server.Pages.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Style">How it is drawn: a class of the style sheet.</param>
/// <param name="Values">One for each time; <see langword="null"/> is a gap.</param>
/// <param name="Named">Whether the legend has it.</param>
public sealed record ChartLine(string Name, string Style, IReadOnlyList<double?> Values, bool Named = true)
{
    /// <summary>Gets the place of the last value that is known; <see langword="null"/> where none is.</summary>
    public int? Last => Enumerable.Range(0, Values.Count).Select(i => (int?)i).LastOrDefault(i => Values[i!.Value] is not null);
}
