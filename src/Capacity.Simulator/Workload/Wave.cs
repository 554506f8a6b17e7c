namespace Capacity.Simulator.Workload;

/// <summary>One wave of a load.</summary>
/// <param name="Amplitude">How far it goes up and down, as a ratio of the mean.</param>
/// <param name="Period">Its length in seconds.</param>
/// <param name="Phase">Where it is at the beginning of 1970, in radians.</param>
internal readonly record struct Wave(double Amplitude, double Period, double Phase)
{
    private double Speed => 2 * Math.PI / Period;

    public double At(double seconds) => Amplitude * Math.Sin((Speed * seconds) + Phase);

    /// <summary>The integral, up to a constant.</summary>
    public double Until(double seconds) => -Amplitude / Speed * Math.Cos((Speed * seconds) + Phase);
}
