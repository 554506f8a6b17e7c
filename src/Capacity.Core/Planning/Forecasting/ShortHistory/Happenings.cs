namespace Capacity.Core.Planning.Forecasting.ShortHistory;

/// <summary>What happened once in a short history: days that stand alone, and shifts of the level that stay.</summary>
/// <param name="Days">The days that count: they were measured and do not stand alone.</param>
/// <param name="Shifts">The days from which on the level is another.</param>
internal sealed record Happenings(IReadOnlyList<int> Days, IReadOnlyList<int> Shifts)
{
    private const int Most = 4;
    private const int FewestDays = 8;

    /// <summary>How much likelier a series has to be with a happening, as a logarithm: some happen in a thousand days, of any size.</summary>
    private const double LeastGain = 5;

    /// <summary>How many are looked at in full, those that are clearest where noise has no memory.</summary>
    private const int Looked = 4;

    /// <summary>Looks for them, the clearest first.</summary>
    public static Happenings Find(IReadOnlyList<double> values, int season)
    {
        var found = new Happenings([.. Enumerable.Range(0, values.Count).Where(t => double.IsFinite(values[t]))], []);
        while (found.Shifts.Count < Most && found.Days.Count > FewestDays && found.Next(values, season) is { } next)
        {
            found = next;
        }

        return found;
    }

    private Happenings? Next(IReadOnlyList<double> values, int season)
    {
        GrowthFit[] fits = [.. Fits(values, season, GrowthGuess.None)];
        var usual = fits.Max(f => f.LogEvidence);
        var clear = Courses().OrderByDescending(c => fits[0].LogEvidenceWith(c.Course)).Take(Looked).Select(c => (c.Happened, Gain: fits.Max(f => f.LogEvidenceWith(c.Course)) - usual)).MaxBy(c => c.Gain);
        return clear.Gain > LeastGain ? clear.Happened : null;
    }

    private IEnumerable<(double[] Course, Happenings Happened)> Courses()
    {
        for (var i = 1; i < Days.Count; i++)
        {
            var (day, alone, since) = (Days[i], new double[Days.Count], new double[Days.Count]);
            alone[i] = 1;
            yield return (alone, this with { Days = [.. Days.Where(d => d != day)] });
            if (i < Days.Count - 1)
            {
                Array.Fill(since, 1, i, since.Length - i);
                yield return (since, this with { Shifts = [.. Shifts, day] });
            }
        }
    }

    /// <summary>Fits growth beside them, for each texture that noise may have.</summary>
    public IEnumerable<GrowthFit> Fits(IReadOnlyList<double> values, int season, GrowthGuess growth)
    {
        double[] measured = [.. Days.Select(d => values[d])];
        return NoiseTexture.All.Select(t => new GrowthFit(t, season, Days, measured, Shifts, growth));
    }
}
