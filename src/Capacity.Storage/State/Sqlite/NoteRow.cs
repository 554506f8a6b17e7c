using Capacity.Core.Alerting.Paging;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>incident_note</c>.</summary>
internal sealed class NoteRow
{
    public string Incident { get; init; } = "";

    public long Number { get; init; }

    public string Kind { get; init; } = "";

    public long At { get; init; }

    public string Author { get; init; } = "";

    public string Text { get; init; } = "";

    public static NoteRow Of(IncidentNote note) => new()
    {
        Incident = note.Incident,
        Number = note.Number,
        Kind = note.Kind.ToString(),
        At = note.At.ToMicroseconds(),
        Author = note.By,
        Text = note.Text,
    };

    public IncidentNote ToNote() => new(Incident, (int)Number, Enum.Parse<NoteKind>(Kind), Moments.ToTime(At), Author, Text);
}
