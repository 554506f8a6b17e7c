namespace Capacity.Server.Paging;

/// <summary>A page that nobody got.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Receiver">Who should have got it.</param>
/// <param name="Reason">Why not, in one line.</param>
/// <param name="At">When that was certain.</param>
public sealed record UndeliveredPage(string Incident, string Receiver, string Reason, DateTimeOffset At);
