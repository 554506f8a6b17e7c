using System.Globalization;
using System.Text.RegularExpressions;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Shapes;

/// <summary>A size in which machines can be had.</summary>
/// <param name="Cpus">The cores, over 0.</param>
/// <param name="Memory">The memory, over 0.</param>
public readonly partial record struct MachineShape(CpuCores Cpus, MemorySize Memory)
{
    /// <summary>Reads cores and GiB: <c>16c64g</c>.</summary>
    /// <exception cref="FormatException">It is none; the message says what to write.</exception>
    public static MachineShape Parse(string text) =>
        Pattern().Match(text) is { Success: true } match
        && Number(match.Groups[1]) is > 0 and var cores && Number(match.Groups[2]) is > 0 and var gibibytes
            ? new(CpuCores.FromCores(cores), MemorySize.FromMebibytes(gibibytes * 1024))
            : throw new FormatException($"'{text}' is no machine shape: write cores and GiB, such as 16c64g");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Cpus.Cores:0.###}c{Memory.Mebibytes / 1024:0.###}g");

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{1,6}(?:\.[0-9]{1,3})?)c([0-9]{1,9}(?:\.[0-9]{1,3})?)g\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
