using Capacity.Core.Alerting.Board;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>What a body of alerts holds.</summary>
/// <param name="Valid">The alerts that can be taken.</param>
/// <param name="Faults">What is wrong with the others, one line each.</param>
internal sealed record PostedAlerts(IReadOnlyList<PostedAlert> Valid, IReadOnlyList<string> Faults);
