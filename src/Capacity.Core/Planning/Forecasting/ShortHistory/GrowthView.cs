namespace Capacity.Core.Planning.Forecasting.ShortHistory;

/// <summary>One view of a series: a form and a kind of growth, a texture and a size of noise, and what follows for it.</summary>
/// <param name="Fit">What the series says of its growth.</param>
/// <param name="Form">How it grows.</param>
/// <param name="Noise">The standard deviation of its noise.</param>
/// <param name="Growth">The growth of a day.</param>
/// <param name="GrowthVariance">How little is known of that.</param>
/// <param name="LogWeight">How likely the view is beside others, as a logarithm.</param>
internal sealed record GrowthView(GrowthFit Fit, GrowthForm Form, double Noise, double Growth, double GrowthVariance, double LogWeight)
{
    /// <summary>Puts together what the series says and what was believed before.</summary>
    /// <param name="fit">What the series says of its growth.</param>
    /// <param name="form">How it grows.</param>
    /// <param name="noise">The standard deviation of its noise, and the logarithm of how likely that is.</param>
    /// <param name="belief">What is believed of growth.</param>
    /// <param name="logDensity">What densities on the form's scale have to be multiplied by, as a logarithm.</param>
    public static GrowthView Of(GrowthFit fit, GrowthForm form, (double Size, double LogProbability) noise, GrowthBelief belief, double logDensity)
    {
        var said = noise.Size * noise.Size / fit.Information;
        var believed = belief.Spread * belief.Spread;
        var variance = 1 / ((1 / said) + (1 / believed));
        var apart = fit.Slope - belief.Mean;
        var logWeight = Math.Log(form.Probability * belief.Probability) + noise.LogProbability + logDensity + fit.LogCommon
            - ((fit.Count - 1) * Math.Log(noise.Size)) - (0.5 * fit.Rest / noise.Size / noise.Size) - (0.5 * Math.Log(said + believed)) - (0.5 * apart * apart / (said + believed));
        return new(fit, form, noise.Size, variance * ((fit.Slope / said) + (belief.Mean / believed)), variance, logWeight);
    }
}
