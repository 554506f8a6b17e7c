using Capacity.Core.Scanning;
using Capacity.Core.Units;

namespace Capacity.Cli.Terminal;

/// <summary>What cells of tables have in common.</summary>
internal static class Cells
{
    private const int BarWidth = 12;

    /// <summary>A figure with its share of a whole.</summary>
    public static string Part(string text, double? part, double whole) => part is null ? text : $"{text} [dim]{Figures.Percent(Figures.Ratio(part, whole))}[/]";

    /// <summary>A used amount; marked where it is more than what was asked for.</summary>
    public static string Used(string text, double? used, double requested) => used > requested ? $"[yellow]{text}[/]" : text;

    public static string CpuBar(UsageFigures usage, ResourceVector allocated, ResourceVector total) => total.Cpus == CpuCores.Zero
        ? string.Empty
        : Bars.Draw(usage.Cpus?.Cores / total.Cpus.Cores, allocated.Cpus.Cores / total.Cpus.Cores, BarWidth);

    public static string MemoryBar(UsageFigures usage, ResourceVector allocated, ResourceVector total) => total.Memory == MemorySize.Zero
        ? string.Empty
        : Bars.Draw((double?)usage.Memory?.Bytes / total.Memory.Bytes, (double)allocated.Memory.Bytes / total.Memory.Bytes, BarWidth);
}
