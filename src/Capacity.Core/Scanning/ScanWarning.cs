namespace Capacity.Core.Scanning;

/// <summary>Something that a reader of a scan has to know.</summary>
/// <param name="Code">What kind of thing, for programs; the list is in the documentation of the report.</param>
/// <param name="Subject">What it is about: a server, an agent, an app.</param>
/// <param name="Message">One line for a person.</param>
/// <param name="MakesPartial">Whether figures of the report lack something for it.</param>
public sealed record ScanWarning(string Code, string Subject, string Message, bool MakesPartial = false);
