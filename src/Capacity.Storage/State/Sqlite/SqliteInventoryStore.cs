using Capacity.Core.Inventory;
using Dapper;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Remembers agents.</summary>
internal sealed class SqliteInventoryStore(SqliteState state) : IInventoryStore
{
    private const string Remember = """
        INSERT INTO agent VALUES (@Hostname, @Port, @AgentId, @AddressHost, @AddressPort, @State, @CpuNanoCores, @MemoryBytes, @DiskBytes, @Gpus,
            @Zone, @Rack, @Version, @FirstSeen, @LastSeen)
        ON CONFLICT (hostname, port) DO UPDATE SET
            agent_id = excluded.agent_id,
            address_port = CASE WHEN excluded.address_host IS NULL THEN address_port ELSE excluded.address_port END,
            address_host = coalesce(excluded.address_host, address_host),
            state = excluded.state,
            disk_bytes = CASE WHEN excluded.cpu_nano_cores IS NULL THEN disk_bytes ELSE excluded.disk_bytes END,
            gpus = CASE WHEN excluded.cpu_nano_cores IS NULL THEN gpus ELSE excluded.gpus END,
            memory_bytes = CASE WHEN excluded.cpu_nano_cores IS NULL THEN memory_bytes ELSE excluded.memory_bytes END,
            cpu_nano_cores = coalesce(excluded.cpu_nano_cores, cpu_nano_cores),
            zone = coalesce(excluded.zone, zone),
            rack = coalesce(excluded.rack, rack),
            version = coalesce(excluded.version, version),
            first_seen_us = min(first_seen_us, excluded.first_seen_us),
            last_seen_us = max(last_seen_us, excluded.last_seen_us)
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnownAgent>> ReadAgentsAsync(CancellationToken cancellationToken) => SqliteWork.RunAsync<IReadOnlyList<KnownAgent>>(
        () =>
        {
            using var connection = state.Connect();
            using var transaction = connection.BeginTransaction(deferred: true);
            var attributes = connection.Query<AttributeRow>("SELECT hostname, port, name, value FROM agent_attribute", transaction: transaction)
                .ToLookup(a => (a.Hostname, a.Port));
            return [.. connection.Query<AgentRow>(
                """
                SELECT hostname, port, agent_id AS AgentId, address_host AS AddressHost, address_port AS AddressPort, state, cpu_nano_cores AS CpuNanoCores,
                    memory_bytes AS MemoryBytes, disk_bytes AS DiskBytes, gpus, zone, rack, version, first_seen_us AS FirstSeen, last_seen_us AS LastSeen
                FROM agent ORDER BY hostname, port
                """,
                transaction: transaction).Select(a => a.ToAgent(attributes[(a.Hostname, a.Port)]))];
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task RememberAsync(IReadOnlyCollection<KnownAgent> agents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(agents);
        return SqliteWork.RunAsync(
            () =>
            {
                using var connection = state.Connect();
                using var transaction = connection.BeginTransaction(deferred: false);
                foreach (var agent in agents)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    connection.Execute(Remember, AgentRow.Of(agent), transaction);
                    if (agent.Attributes.Count > 0)
                    {
                        var name = new { agent.Name.Hostname, agent.Name.Port };
                        connection.Execute("DELETE FROM agent_attribute WHERE hostname = @Hostname AND port = @Port", name, transaction);
                        connection.Execute(
                            "INSERT INTO agent_attribute VALUES (@Hostname, @Port, @Name, @Value)",
                            agent.Attributes.Select(a => new { agent.Name.Hostname, agent.Name.Port, Name = a.Key, a.Value }),
                            transaction);
                    }
                }

                transaction.Commit();
                return agents.Count;
            },
            cancellationToken);
    }
}
