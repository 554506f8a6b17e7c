using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Anchors;

/// <summary>The samples of an app and day, weighted by their age at the end of the day. A day that lies further back only needs a factor.</summary>
public sealed class DecayedDay
{
    private static readonly TimeSpan HalfDay = TimeSpan.FromHours(12);
    private static readonly TimeSpan OneDay = TimeSpan.FromHours(24);
    private static readonly TimeSpan TwoDays = TimeSpan.FromHours(48);

    private readonly DecayedWeights vpaCpu = new();
    private readonly DecayedWeights cpu = new();
    private readonly DecayedWeights memory = new();

    /// <summary>Takes a sample.</summary>
    /// <param name="cores">CPU in cores; <see langword="null"/> where it was not measured.</param>
    /// <param name="bytes">Memory in bytes; <see langword="null"/> where it was not measured.</param>
    /// <param name="untilEnd">How long before the end of the day it was taken.</param>
    public void Add(double? cores, double? bytes, TimeSpan untilEnd)
    {
        if (cores is double c)
        {
            vpaCpu.Add(VpaBuckets.Cpu.IndexOf(c), Weight(untilEnd, OneDay));
            cpu.Add(LogBuckets.IndexOf(c), Weight(untilEnd, HalfDay));
        }

        if (bytes is double b)
        {
            memory.Add(LogBuckets.IndexOf(b), Weight(untilEnd, TwoDays));
        }
    }

    /// <summary>Gives room back once the day is over; late samples may still be added.</summary>
    public void Seal()
    {
        vpaCpu.Seal();
        cpu.Seal();
        memory.Seal();
    }

    internal static double[] VpaCpu(AnchorHistory history) => Sum(history, d => d.vpaCpu, OneDay);

    internal static double[] Cpu(AnchorHistory history) => Sum(history, d => d.cpu, HalfDay);

    internal static double[] Memory(AnchorHistory history) => Sum(history, d => d.memory, TwoDays);

    private static double[] Sum(AnchorHistory history, Func<DecayedDay, DecayedWeights> of, TimeSpan halfLife)
    {
        var sum = new double[LogBuckets.Count];
        foreach (var day in history.Days)
        {
            if (history.Decays.TryGetValue(day.Day, out var decayed))
            {
                of(decayed).AddTo(sum, Weight(TimeSpan.FromDays(history.End.DayNumber - 1 - day.Day.DayNumber), halfLife));
            }
        }

        return sum;
    }

    private static double Weight(TimeSpan age, TimeSpan halfLife) => Math.Pow(2, -(age / halfLife));
}
