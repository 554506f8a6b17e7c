namespace Capacity.Cli.RightSizing;

/// <summary>One axis of a picture, from and to round figures.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="Step">From one mark to the next.</param>
/// <param name="Steps">How many of them.</param>
internal readonly record struct PictureAxis(double From, double Step, int Steps)
{
    private const int MostSteps = 6;
    private static readonly int[] Rounds = [1, 2, 5, 10, 20];

    /// <summary>Gets where it ends.</summary>
    public double To => From + (Step * Steps);

    /// <summary>Gets the marks, both ends included.</summary>
    public IEnumerable<double> Marks
    {
        get
        {
            var (from, step) = (From, Step);
            return Enumerable.Range(0, Steps + 1).Select(i => from + (step * i));
        }
    }

    /// <summary>Makes an axis that holds a range; 1 or 2 or 5 of a power of ten a step, and at most six of them.</summary>
    public static PictureAxis Over(double least, double most)
    {
        var range = most > least ? most - least : 0.01;
        var power = Math.Pow(10, Math.Floor(Math.Log10(range / MostSteps)));
        foreach (var step in Rounds.Select(r => r * power))
        {
            var (first, last) = (Math.Floor((least / step) + 1e-9), Math.Ceiling((Math.Max(most, least + range) / step) - 1e-9));
            if (last - first <= MostSteps)
            {
                return new(first * step, step, (int)(last - first));
            }
        }

        return new(least, range, 1);
    }

    /// <summary>Says where a value lies, 0 to 1.</summary>
    public double PlaceOf(double value) => (value - From) / (To - From);
}
