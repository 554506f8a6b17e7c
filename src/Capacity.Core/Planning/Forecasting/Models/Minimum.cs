using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>Fits parameters that lie between 0 and 1: Nelder and Mead's simplex over their logits.</summary>
internal static class Minimum
{
    private const double Tolerance = 1e-3;
    private const int Iterations = 120;

    /// <summary>Looks for the parameters with the smallest loss.</summary>
    /// <param name="loss">Gives the loss of parameters between 0 and 1; it may not keep them.</param>
    /// <param name="start">Where to begin, between 0 and 1 exclusive.</param>
    /// <returns>The best that was seen.</returns>
    public static double[] Of(Func<double[], double> loss, params double[] start)
    {
        var best = start;
        var least = double.PositiveInfinity;
        var tried = new double[start.Length];
        var guess = Vector<double>.Build.Dense(start.Length, i => Math.Log(start[i] / (1 - start[i])));
        try
        {
            NelderMeadSimplex.Minimum(ObjectiveFunction.Value(Try), guess, Vector<double>.Build.Dense(start.Length, 1), Tolerance, Iterations);
        }
        catch (MaximumIterationsException)
        {
            // What was found until then is good enough.
        }

        return best;

        double Try(Vector<double> at)
        {
            for (var i = 0; i < tried.Length; i++)
            {
                tried[i] = 1 / (1 + Math.Exp(-at[i]));
            }

            var value = loss(tried);
            value = double.IsFinite(value) ? value : double.MaxValue;
            if (value < least)
            {
                (best, least) = ([.. tried], value);
            }

            return value;
        }
    }
}
