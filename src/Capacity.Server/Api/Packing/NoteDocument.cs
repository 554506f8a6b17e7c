namespace Capacity.Server.Api.Packing;

/// <summary>Something that the figures leave out or simplify.</summary>
/// <param name="Kind">sizeUnknown, constraintUnknown or overcommitted.</param>
/// <param name="Subject">The agent or app.</param>
/// <param name="Message">One line for a person.</param>
public sealed record NoteDocument(string Kind, string Subject, string Message);
