namespace Capacity.Cli.Terminal;

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Rank">0 for a column that always stays; the higher, the earlier it is left out.</param>
/// <param name="IsFigure">Whether it holds figures, which stand to the right.</param>
internal sealed record Column(string Heading, int Rank = 0, bool IsFigure = false)
{
    /// <summary>Makes a column of figures.</summary>
    public static Column Figure(string heading, int rank = 0) => new(heading, rank, IsFigure: true);
}
