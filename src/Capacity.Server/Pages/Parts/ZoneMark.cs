namespace Capacity.Server.Pages.Parts;

/// <summary>How a zone is told from the others: by a colour and by a form.</summary>
/// <param name="Index">Its place among the zones, in the order of their names.</param>
public readonly record struct ZoneMark(int Index)
{
    private const int Styles = 6;

    /// <summary>Gets its colour and form: a class of the style sheet.</summary>
    public string Style => $"z{Index % Styles}";

    /// <summary>Writes the form around a point.</summary>
    /// <param name="x">The point's place from the left.</param>
    /// <param name="y">The point's place from the top.</param>
    /// <param name="size">Half of the form's width.</param>
    public string Path(double x, double y, double size)
    {
        var s = Show.Svg(size);
        var wide = Show.Svg(2 * size);
        var (left, right, top, bottom) = (Show.Svg(x - size), Show.Svg(x + size), Show.Svg(y - size), Show.Svg(y + size));
        var (cx, cy) = (Show.Svg(x), Show.Svg(y));
        return (Index % Styles) switch
        {
            0 => $"M{left} {cy}a{s} {s} 0 1 0 {wide} 0a{s} {s} 0 1 0 -{wide} 0z",
            1 => $"M{left} {top}h{wide}v{wide}h-{wide}z",
            2 => $"M{cx} {top}L{right} {bottom}H{left}z",
            3 => $"M{cx} {top}L{right} {cy}L{cx} {bottom}L{left} {cy}z",
            4 => $"M{cx} {bottom}L{right} {top}H{left}z",
            _ => $"M{left} {top}L{right} {cy}L{left} {bottom}z",
        };
    }
}
