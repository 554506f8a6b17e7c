namespace Capacity.Server.RightSizing.Reports;

/// <summary>A report that is due and not delivered.</summary>
/// <param name="Report">Whose, such as <c>team web</c>.</param>
/// <param name="Channel">Which way it goes: <c>webhook</c> or <c>mail</c>.</param>
/// <param name="Receiver">To whom.</param>
/// <param name="Reason">Why it was not delivered, in one line.</param>
public sealed record ReportTrouble(string Report, string Channel, string Receiver, string Reason);
