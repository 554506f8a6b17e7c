using Capacity.Core.Alerting.Paging;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Writes what one decision of paging changes.</summary>
internal static class PagingWriter
{
    private const string Add = """
        INSERT INTO delivery (key, receiver, incident, sequence, action, rank, state, planned_us, due_us, done_us, attempts, last_error, is_uncertain, step, stand_in, digest, author, text, receipt)
        VALUES (@Key, @Receiver, @Incident, @Sequence, @Action, @Rank, @State, @Planned, @Due, @DoneUs, @Attempts, @LastError, @IsUncertain, @Step, @StandIn, @Digest, @Author, @Text, @Receipt)
        ON CONFLICT (key) DO NOTHING
        """;

    private const string Change = """
        UPDATE delivery SET state = @State, due_us = @Due, done_us = @DoneUs, attempts = @Attempts, last_error = @LastError, is_uncertain = @IsUncertain, stand_in = @StandIn,
            digest = @Digest, receipt = @Receipt
        WHERE key = @Key
        """;

    private const string PutIncident = """
        INSERT OR REPLACE INTO paged_incident VALUES (@Incident, @Cluster, @LastSequence, @LastUs, @TicketSequence, @PageSequence, @Paged, @Told, @Escalation, @Steps, @NextStep,
            @Acknowledged, @AcknowledgedBy, @Resolved)
        """;

    public static void Write(SqliteConnection connection, SqliteTransaction transaction, PagingChanges changes)
    {
        if (changes.Incident is { } incident)
        {
            connection.Execute(PutIncident, PagedIncidentRow.Of(incident), transaction);
        }

        connection.Execute(Change, changes.Changed.Select(DeliveryRow.Of), transaction);
        connection.Execute(Add, changes.Added.Select(DeliveryRow.Of), transaction);
        if (changes.Note is { } note)
        {
            connection.Execute("INSERT INTO incident_note VALUES (@Incident, @Number, @Kind, @At, @Author, @Text)", NoteRow.Of(note), transaction);
        }

        if (changes.Position is long position)
        {
            connection.Execute("UPDATE paging_position SET sequence = @position", new { position }, transaction);
        }
    }
}
