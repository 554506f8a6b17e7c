using Capacity.Core.Scanning;
using Capacity.Core.Units;
using Spectre.Console;

namespace Capacity.Cli.Terminal;

/// <summary>Tables in the one style of the command, and what their cells have in common.</summary>
internal static class Tables
{
    private const int BarWidth = 12;

    /// <summary>Makes an empty table.</summary>
    /// <param name="columns">The headings; one that ends with <c>|r</c> has its figures to the right.</param>
    public static Table Create(params string[] columns)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var column in columns)
        {
            var parts = column.Split('|');
            table.AddColumn(new TableColumn($"[dim]{parts[0]}[/]") { NoWrap = true, Alignment = parts.Length > 1 ? Justify.Right : Justify.Left });
        }

        return table;
    }

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
