namespace Capacity.Cli.RightSizing;

/// <summary>Finds room for names beside points, so that none lies on another or leaves the picture.</summary>
/// <param name="right">How far names may reach.</param>
/// <param name="bottom">How low they may lie.</param>
internal sealed class PictureLabels(double right, double bottom)
{
    /// <summary>How wide a letter is, about.</summary>
    public const double LetterWidth = 7;

    private const double LineHeight = 13, Radius = 6, Beside = 8;
    private const int MostLines = 20;

    private readonly List<(double X, double Y, double Width, double Height)> taken = [];

    /// <summary>Keeps a point free.</summary>
    public void Keep(double x, double y) => taken.Add((x - Radius, y - Radius, 2 * Radius, 2 * Radius));

    /// <summary>Finds room for the name of a point: as near as can be, right of it or left, level or above or below.</summary>
    /// <returns>Where the line of writing begins.</returns>
    public (double X, double Y) Place(double x, double y, string name)
    {
        var width = name.Length * LetterWidth;
        for (var line = 0; line <= MostLines; line++)
        {
            foreach (var (left, level) in new[] { (x + Beside, y - (line * LineHeight)), (x + Beside, y + (line * LineHeight)), (x - Beside - width, y - (line * LineHeight)), (x - Beside - width, y + (line * LineHeight)) })
            {
                var top = level - (LineHeight / 2);
                if (left >= 0 && left + width <= right && top >= 0 && top + LineHeight <= bottom && !taken.Exists(t => Overlap(t, left, top, width)))
                {
                    taken.Add((left, top, width, LineHeight));
                    return (left, level + (LineHeight / 3));
                }
            }
        }

        return (x + Beside, y);
    }

    private static bool Overlap((double X, double Y, double Width, double Height) other, double left, double top, double width) =>
        left < other.X + other.Width && other.X < left + width && top < other.Y + other.Height && other.Y < top + LineHeight;
}
