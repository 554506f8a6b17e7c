using System.Globalization;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Plans;
using Capacity.Core.Planning.Shapes;

namespace Capacity.Server.Api.Forecasts;

/// <summary>A planned event, as documents, files and forms have it.</summary>
public sealed record PlannedEventDocument
{
    /// <summary>Gets its id; null where it is not kept.</summary>
    public Guid? Id { get; init; }

    /// <summary>Gets what it is, for people; null for the kind's own name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets from which day on, in UTC, such as 2026-12-01.</summary>
    public string? Date { get; init; }

    /// <summary>Gets what changes: demand, machines or rightSizing.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets by how much demand grows, such as 20% or -5%.</summary>
    public string? Growth { get; init; }

    /// <summary>Gets by how many cores demand grows; negative for less.</summary>
    public double? Cpus { get; init; }

    /// <summary>Gets by how much memory demand grows, in GiB.</summary>
    public double? MemoryGiB { get; init; }

    /// <summary>Gets by how much disk demand grows, in GiB.</summary>
    public double? DiskGiB { get; init; }

    /// <summary>Gets by how many GPUs demand grows.</summary>
    public double? Gpus { get; init; }

    /// <summary>Gets how many machines come; negative where they leave.</summary>
    public int? Machines { get; init; }

    /// <summary>Gets what each machine has, such as 32c128g.</summary>
    public string? Shape { get; init; }

    /// <summary>Gets the zone; null for all of the cluster.</summary>
    public string? Zone { get; init; }

    /// <summary>Gets the role whose demand grows.</summary>
    public string? Role { get; init; }

    /// <summary>Gets the team whose demand grows.</summary>
    public string? Team { get; init; }

    private const double Gibibyte = 1 << 30;

    /// <summary>Writes an event.</summary>
    public static PlannedEventDocument Of(PlannedEvent e, Guid? id)
    {
        ArgumentNullException.ThrowIfNull(e);
        return new()
        {
            Id = id,
            Name = e.Name,
            Date = e.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Kind = Words.Of(e.Kind),
            Growth = e.GrowthRatio is double growth ? string.Create(CultureInfo.InvariantCulture, $"{growth * 100:0.###}%") : null,
            Cpus = e.Amounts.Cpus,
            MemoryGiB = e.Amounts.Memory / Gibibyte,
            DiskGiB = e.Amounts.Disk / Gibibyte,
            Gpus = e.Amounts.Gpus,
            Machines = e.Kind == PlannedEventKind.Machines ? e.Machines : null,
            Shape = e.Kind == PlannedEventKind.Machines ? new MachineShape(e.Shape.Cpus, e.Shape.Memory).ToString() : null,
            Zone = e.Cut.Level == CutLevel.Zone ? e.Cut.Name : null,
            Role = e.Cut.Level == CutLevel.Role ? e.Cut.Name : null,
            Team = e.Cut.Level == CutLevel.Team ? e.Cut.Name : null,
        };
    }

    /// <summary>Reads an event.</summary>
    /// <exception cref="FormatException">Something is wrong; the message says what to write.</exception>
    public PlannedEvent Read()
    {
        var kind = Kind?.Trim().ToUpperInvariant() switch
        {
            "DEMAND" => PlannedEventKind.Demand,
            "MACHINES" => PlannedEventKind.Machines,
            "RIGHTSIZING" => PlannedEventKind.RightSizing,
            _ => throw new FormatException($"kind: '{Kind}' is none of demand, machines and rightSizing"),
        };
        var date = DateOnly.TryParseExact(Date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"date: '{Date}' is no day: write 2026-12-01");
        var read = new PlannedEvent
        {
            Name = string.IsNullOrWhiteSpace(Name) ? UsualName(kind) : Name.Trim(),
            Date = date,
            Kind = kind,
            GrowthRatio = Percent(Growth),
            Amounts = new(Cpus, MemoryGiB * Gibibyte, DiskGiB * Gibibyte, Gpus),
            Machines = Machines ?? 0,
            Shape = string.IsNullOrWhiteSpace(Shape) ? default : MachineShape.Parse(Shape.Trim()) is var shape ? new(shape.Cpus, shape.Memory) : default,
            Cut = Place(),
        };
        return read.Fault() is { } fault ? throw new FormatException(fault) : read;
    }

    private string UsualName(PlannedEventKind kind) => kind switch
    {
        PlannedEventKind.Machines => $"{Machines} machines {Shape}",
        PlannedEventKind.RightSizing => "right-sizing",
        _ => "demand",
    };

    private DemandCut Place() => (string.IsNullOrWhiteSpace(Zone), string.IsNullOrWhiteSpace(Role), string.IsNullOrWhiteSpace(Team)) switch
    {
        (true, true, true) => DemandCut.Cluster,
        (false, true, true) => DemandCut.Zone(Zone!.Trim()),
        (true, false, true) => DemandCut.Role(Role!.Trim()),
        (true, true, false) => DemandCut.Team(Team!.Trim()),
        _ => throw new FormatException("give one of zone, role and team, or none"),
    };

    private static double? Percent(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : double.TryParse(text.Trim().TrimEnd('%').TrimEnd(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent) && text.TrimEnd().EndsWith('%')
            ? percent / 100
            : throw new FormatException($"growth: '{text}' is no percentage: write 20%");
}
