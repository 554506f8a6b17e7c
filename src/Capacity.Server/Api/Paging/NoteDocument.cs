using System.ComponentModel;
using Capacity.Core.Alerting.Paging;

namespace Capacity.Server.Api.Paging;

[Description("What a person said of an incident.")]
internal sealed record NoteDocument(int Number, NoteKind Kind, DateTimeOffset At, string By, string Text)
{
    public static NoteDocument Of(IncidentNote note) => new(note.Number, note.Kind, note.At, note.By, note.Text);
}
