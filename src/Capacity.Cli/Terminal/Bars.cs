namespace Capacity.Cli.Terminal;

/// <summary>Draws how full something is, in a few characters: used, allocated but not used, free.</summary>
internal static class Bars
{
    /// <param name="used">The used part, 0 to 1; <see langword="null"/> where it is not known.</param>
    /// <param name="allocated">The allocated part, 0 to 1.</param>
    /// <param name="width">How many characters.</param>
    public static string Draw(double? used, double allocated, int width)
    {
        var taken = Cells(allocated, width);
        var busy = Math.Min(taken, Cells(used ?? 0, width));
        return new string('█', busy) + new string('▒', taken - busy) + new string('·', width - taken);
    }

    private static int Cells(double ratio, int width) => Math.Clamp((int)Math.Round(ratio * width), ratio > 0 ? 1 : 0, width);
}
