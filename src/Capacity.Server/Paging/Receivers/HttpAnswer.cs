using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Server.Paging.Receivers;

/// <summary>What came of a request.</summary>
/// <param name="Outcome">In a receiver's terms, by the status alone.</param>
/// <param name="Body">The beginning of the answer; empty for none.</param>
internal sealed record HttpAnswer(SendOutcome Outcome, string Body);
