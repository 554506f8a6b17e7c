namespace Capacity.Cli.Terminal;

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Rank">0 for a column that always stays; the higher, the earlier it is left out.</param>
/// <param name="IsFigure">Whether it holds figures, which stand to the right.</param>
internal sealed record Column(string Heading, int Rank = 0, bool IsFigure = false)
{
    /// <summary>Gets what stands above it where a guide was left out; <see langword="null"/> for the same.</summary>
    public string? FullHeading { get; init; }

    /// <summary>Gets whether it tells what the columns beside it are about.</summary>
    public bool IsGuide { get; init; }

    /// <summary>Gets the fewest characters to which its text is shortened; <see langword="null"/> where it never is.</summary>
    public int? Shortest { get; init; }

    /// <summary>Makes a column of figures.</summary>
    public static Column Figure(string heading, int rank = 0, string? fullHeading = null) => new(heading, rank, IsFigure: true) { FullHeading = fullHeading };

    /// <summary>Makes a column of names, which are shortened where there is no room.</summary>
    public static Column Name(string heading, int rank = 0) => new(heading, rank) { Shortest = 12 };

    /// <summary>Makes a column of bars; without them the figures need their full headings.</summary>
    public static Column Bar(string heading, int rank) => new(heading, rank) { IsGuide = true };
}
