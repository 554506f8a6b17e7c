namespace Capacity.Server.Api.Packing;

/// <summary>The tables of a packing report, as CSV.</summary>
public static class PackingTables
{
    private static readonly CsvTable<(string Level, PackingFiguresDocument Figures)> Groups = new(
    [
        ("level", r => r.Level),
        ("name", r => r.Figures.Name),
        ("agents", r => r.Figures.Agents),
        ("used_agents", r => r.Figures.UsedAgents),
        ("containers", r => r.Figures.Containers),
        .. Amounts("cpu", "cores", r => r.CpuCores),
        .. Amounts("memory", "bytes", r => r.MemoryBytes),
        ("mix_room", r => r.Figures.MixRoom),
        ("headroom_ratio", r => r.Figures.Alone?.Headroom.Ratio),
        ("compaction_ratio", r => r.Figures.Alone?.Compaction.Ratio),
        ("bound_ratio", r => r.Figures.Alone?.Efficiency.BoundRatio),
        ("repack_ratio", r => r.Figures.Alone?.Efficiency.RepackRatio),
    ]);

    private static readonly CsvTable<ShapeRoomDocument> Shapes = new(
        ("cpu_cores", s => s.Shape.CpuCores),
        ("memory_bytes", s => s.Shape.MemoryBytes),
        ("disk_bytes", s => s.Shape.DiskBytes),
        ("gpus", s => s.Shape.Gpus),
        ("running", s => s.Running),
        ("room", s => s.Room),
        ("fragment_ratio", s => s.FragmentRatio),
        ("agents_without", s => s.AgentsWithout),
        ("binding", s => s.Binding?.Subject));

    private static readonly CsvTable<(string Level, string? Name, ShapeRoomDocument Shape, long Room)> Rooms = new(
        ("level", r => r.Level),
        ("name", r => r.Name),
        ("cpu_cores", r => r.Shape.Shape.CpuCores),
        ("memory_bytes", r => r.Shape.Shape.MemoryBytes),
        ("disk_bytes", r => r.Shape.Shape.DiskBytes),
        ("gpus", r => r.Shape.Shape.Gpus),
        ("room", r => r.Room));

    private static readonly CsvTable<LossDocument> Losses = new(
        ("level", l => l.Level),
        ("name", l => l.Name),
        ("lost", l => l.Lost),
        ("unplaced", l => l.Unplaced),
        ("stateful", l => l.Stateful),
        ("headroom_ratio", l => l.Headroom?.Ratio),
        ("unplaced_apps", l => string.Join(' ', l.UnplacedApps)));

    private static readonly CsvTable<RiskDocument> Risks = new(
        ("framework", r => r.Framework),
        ("app", r => r.App),
        ("instances", r => r.Instances),
        ("quorum", r => r.Quorum),
        ("level", r => r.Level),
        ("domain", r => r.Domain),
        ("there", r => r.There));

    /// <summary>Gets the names of the tables.</summary>
    public static IReadOnlyList<string> Names { get; } = ["groups", "agents", "shapes", "rooms", "losses", "risks"];

    /// <summary>Writes one table.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="document">The report.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(string name, PackingDocument document, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(document);
        switch (name)
        {
            case "agents":
                Groups.Write(output, document.Agents.Select(a => ("agent", a.Figures)));
                break;
            case "shapes":
                Shapes.Write(output, document.Shapes);
                break;
            case "rooms":
                Rooms.Write(output, Levels(document).SelectMany(f => document.Shapes.Zip(f.Figures.Rooms), (f, s) => (f.Level, f.Figures.Name, s.First, s.Second)));
                break;
            case "losses":
                Losses.Write(output, document.Losses);
                break;
            case "risks":
                Risks.Write(output, document.Risks);
                break;
            default:
                Groups.Write(output, Levels(document).Where(f => f.Level != "agent"));
                break;
        }
    }

    private static IEnumerable<(string Level, PackingFiguresDocument Figures)> Levels(PackingDocument document) =>
    [
        ("cluster", document.Compaction is { } compaction && document.Efficiency is { } efficiency ? document.Cluster with { Alone = new(document.At, document.Headroom, compaction, efficiency) } : document.Cluster),
        .. document.Zones.Select(z => ("zone", z)), .. document.Roles.Select(r => ("role", r)), .. document.Agents.Select(a => ("agent", a.Figures)),
    ];

    private static (string Name, Func<(string Level, PackingFiguresDocument Figures), object?> Value)[] Amounts(string resource, string unit, Func<PackingFiguresDocument, AmountsDocument> of) =>
    [
        ($"{resource}_total_{unit}", r => of(r.Figures).Total),
        ($"{resource}_allocated_{unit}", r => of(r.Figures).Allocated),
        ($"{resource}_placeable_{unit}", r => of(r.Figures).Placeable),
        ($"{resource}_stranded_{unit}", r => of(r.Figures).Stranded),
        ($"{resource}_unusable_{unit}", r => of(r.Figures).Unusable),
        ($"{resource}_stranded_by_threshold_{unit}", r => of(r.Figures).StrandedByThreshold),
        ($"{resource}_fragmented_{unit}", r => of(r.Figures).Fragmented),
    ];
}
