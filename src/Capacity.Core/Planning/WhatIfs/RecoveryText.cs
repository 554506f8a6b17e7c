using System.Globalization;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.WhatIfs;

/// <summary>What an estimate of a recovery takes for granted, as people write it.</summary>
public static class RecoveryText
{
    /// <summary>Reads assumptions; what is not given is as usual.</summary>
    /// <param name="name">Gives the name of a part as the user knows it, from <c>start-rate</c>, <c>start-time</c> and <c>detection</c>.</param>
    /// <param name="startRate">Tasks a second.</param>
    /// <param name="startTime">A duration.</param>
    /// <param name="detection">A duration.</param>
    /// <exception cref="FormatException">Something is wrong; the message says what to write.</exception>
    public static RecoveryAssumptions Parse(Func<string, string> name, string? startRate, string? startTime, string? detection)
    {
        ArgumentNullException.ThrowIfNull(name);
        var usual = new RecoveryAssumptions();
        return usual with
        {
            StartsPerSecond = string.IsNullOrEmpty(startRate) ? usual.StartsPerSecond
                : double.TryParse(startRate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is >= 0.001 and <= 1e6 ? rate
                : throw new FormatException($"{name("start-rate")}: '{startRate}' is no number of tasks a second: write 10."),
            StartTime = Duration(startTime, name("start-time"), usual.StartTime),
            Detection = Duration(detection, name("detection"), usual.Detection),
        };
    }

    private static TimeSpan Duration(string? text, string name, TimeSpan usual) => string.IsNullOrEmpty(text) ? usual
        : DurationText.TryParse(text) ?? throw new FormatException($"{name}: {DurationText.Fault(text)}.");
}
