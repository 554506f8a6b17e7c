using System.Globalization;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Defragmentation.Clusters;

/// <summary>Goals, requests and measures as people write and read them, in commands and addresses.</summary>
public static class GoalText
{
    private const int MostMoves = 100_000;

    /// <summary>Gets the words for goals.</summary>
    public static IReadOnlyList<string> Words { get; } = ["fragmentation", "free-agents", "largest-fit", "stranding", "risk"];

    /// <summary>Writes a goal's word.</summary>
    public static string WordOf(DefragmentationGoal goal) => Words[(int)goal];

    /// <summary>Says what a goal's measure is.</summary>
    public static string MeasureOf(DefragmentationGoal goal) => goal switch
    {
        DefragmentationGoal.Fragmentation => "free CPU in pieces too small for the shape",
        DefragmentationGoal.FreeAgents => "agents that run nothing",
        DefragmentationGoal.LargestFit => "largest task of the shape's proportions, in shapes",
        DefragmentationGoal.Stranding => "free and stranded, of what there is",
        _ => "apps that one failure takes below their quorum, or wholly, by host, rack and zone",
    };

    /// <summary>Writes a measure.</summary>
    public static string Write(DefragmentationGoal goal, double value) => goal switch
    {
        DefragmentationGoal.Fragmentation or DefragmentationGoal.Stranding => string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.0} %"),
        _ => value.ToString("#,0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>Reads a request.</summary>
    /// <param name="name">Gives the name under which the user knows an option.</param>
    /// <param name="goal">The goal's word; <see langword="null"/> for fragmentation.</param>
    /// <param name="maxMoves">How many moves; <see langword="null"/> for 50.</param>
    /// <param name="cpus">The cores of the shape; <see langword="null"/> where it has none.</param>
    /// <param name="memory">The memory of the shape, with its unit; <see langword="null"/> where it has none.</param>
    /// <param name="maxPerApp">How many of an app; <see langword="null"/> for a quarter.</param>
    /// <param name="seed">The seed; <see langword="null"/> for 1.</param>
    /// <exception cref="FormatException">Something is wrong; the message says what to write.</exception>
    public static ClusterPlanRequest Parse(Func<string, string> name, string? goal, string? maxMoves, string? cpus, string? memory, string? maxPerApp, string? seed)
    {
        ArgumentNullException.ThrowIfNull(name);
        var index = goal is null ? 0 : Words.Index().Where(w => w.Item == goal).Select(w => w.Index).DefaultIfEmpty(-1).First();
        return new()
        {
            Goal = index >= 0 ? (DefragmentationGoal)index : throw new FormatException($"{name("goal")}: '{goal}' is none of {string.Join(", ", Words)}."),
            MaxMoves = Whole(name("max-moves"), maxMoves, 0, MostMoves) ?? 50,
            Shape = cpus is null && memory is null ? null : Shape(name, cpus, memory),
            MaxPerApp = Whole(name("max-per-app"), maxPerApp, 1, MostMoves),
            Seed = Whole(name("seed"), seed, 0, int.MaxValue) ?? 1,
        };
    }

    private static ResourceVector Shape(Func<string, string> name, string? cpus, string? memory)
    {
        var cores = cpus is null ? 0
            : double.TryParse(cpus, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var c) && c is > 0 and < 1e6 ? c
            : throw new FormatException($"{name("cpus")}: '{cpus}' is no number of cores over 0; write 16 or 0.5.");
        var size = memory is null ? MemorySize.Zero
            : SizeText.TryParse(memory) is { Bytes: > 0 } m ? m
            : throw new FormatException($"{name("mem")}: '{memory}' is no size; {SizeText.Expected}.");
        return new(CpuCores.FromCores(cores), size);
    }

    private static int? Whole(string name, string? text, int least, int most) => text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{name}: '{text}' is no whole number from {least} to {most}."));
}
