using Capacity.Core.Cluster;
using Capacity.Core.Packing.History;
using DuckDB.NET.Data;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Reads how one agent was packed.</summary>
internal sealed class PackingReader(DayCatalog catalog)
{
    private const string Columns =
        "at_us, used, containers, cpu_allocated, cpu_stranded, cpu_threshold, cpu_fragmented, memory_allocated, memory_stranded, memory_threshold, memory_fragmented, "
        + "mix_room, room_small, room_medium, room_large, loss_unplaced, risks";

    private readonly DayView view = new(catalog);

    public IReadOnlyList<PackingPoint> Read(DuckDbSession session, AgentName agent, DateTimeOffset start, DateTimeOffset until)
    {
        var filter = $" AND agent = {Sql.Text(AgentNames.Write(agent))}";
        return view.Rows(Tables.Packing, _ => StoreFiles.Packing, start.ToMicroseconds(), until.ToMicroseconds(), filter) is { } rows
            ? session.Query($"SELECT DISTINCT ON (at_us) {Columns} FROM ({rows}) ORDER BY at_us", r => ToPoint(r, agent))
            : [];
    }

    private static PackingPoint ToPoint(DuckDBDataReader reader, AgentName agent) => new()
    {
        At = Moments.ToTime(reader.GetInt64(0)),
        Level = PackingLevel.Agent,
        Name = agent.ToString(),
        Agents = 1,
        UsedAgents = reader.GetBoolean(1) ? 1 : 0,
        Containers = reader.GetInt32(2),
        Cpu = Shares(reader, 3),
        Memory = Shares(reader, 7),
        MixRoom = Number(reader, 11),
        Rooms = reader.IsDBNull(12) ? null : (reader.GetInt64(12), reader.GetInt64(13), reader.GetInt64(14)),
        LossUnplaced = reader.IsDBNull(15) ? null : reader.GetInt32(15),
        Risks = reader.IsDBNull(16) ? null : reader.GetInt32(16),
    };

    private static PackingShares Shares(DuckDBDataReader reader, int first) =>
        new(Number(reader, first), Number(reader, first + 1), Number(reader, first + 2), Number(reader, first + 3));

    private static double? Number(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFloat(column);
}
