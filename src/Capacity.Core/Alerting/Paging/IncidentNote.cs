namespace Capacity.Core.Alerting.Paging;

/// <summary>What a person said of an incident.</summary>
/// <param name="Incident">The incident's id.</param>
/// <param name="Number">Its place among the notes of the incident, from 1.</param>
/// <param name="Kind">What was done.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Text">The text; may be empty for an acknowledgement.</param>
public sealed record IncidentNote(string Incident, int Number, NoteKind Kind, DateTimeOffset At, string By, string Text);
