namespace Capacity.Simulator.Faults;

/// <summary>Faults with the time at which each happens.</summary>
/// <param name="Events">The faults; offsets are from the start of the cluster's life, zero or more, in any order.</param>
/// <remarks>
/// As text it has one line for each: <c>+90s leader-crash</c>. Times are written as <see cref="Core.Units.DurationText"/> has them. Empty
/// lines and what follows a <c>#</c> are passed over.
/// </remarks>
public sealed record FaultScript(IReadOnlyList<ScriptedFault> Events)
{
    /// <summary>Gets the script in which nothing happens.</summary>
    public static FaultScript Empty { get; } = new([]);

    /// <summary>Reads a script.</summary>
    /// <exception cref="FormatException">Something is wrong; the message has a line for each mistake, all of them.</exception>
    public static FaultScript Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<ScriptedFault> events = [];
        List<string> mistakes = [];
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var words = line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                continue;
            }

            var reader = new FaultReader(words);
            if (reader.Read() is { } scripted)
            {
                events.Add(scripted);
            }
            else
            {
                mistakes.Add($"line {number}: {reader.Mistake}");
            }
        }

        return mistakes.Count == 0 ? new(events) : throw new FormatException(string.Join('\n', mistakes));
    }
}
