namespace Capacity.Server.RightSizing.Reports;

/// <summary>A report that is due and not delivered.</summary>
/// <param name="Team">Whose.</param>
/// <param name="Channel">Which way it goes: <c>webhook</c> or <c>mail</c>.</param>
/// <param name="Receiver">To whom.</param>
/// <param name="Reason">Why it was not delivered, in one line.</param>
public sealed record ReportTrouble(string Team, string Channel, string Receiver, string Reason);
