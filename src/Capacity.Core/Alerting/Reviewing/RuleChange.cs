using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Policies;

namespace Capacity.Core.Alerting.Reviewing;

/// <summary>A change of the rules that can be tried on the alerts of the past.</summary>
/// <param name="Description">What changes, in one line.</param>
/// <param name="Policy">The policy to decide by.</param>
/// <param name="Lowered">The name of alerts that become warnings; <see langword="null"/> for none.</param>
public sealed record RuleChange(string Description, AlertPolicy Policy, string? Lowered = null)
{
    private const string Warning = "warning";

    /// <summary>Lists the changes that are worth trying most often.</summary>
    /// <param name="policy">The policy as it is.</param>
    /// <param name="noisiest">The names of alerts that page most.</param>
    public static IReadOnlyList<RuleChange> Usual(AlertPolicy policy, IEnumerable<string> noisiest)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(noisiest);
        var more = TimeSpan.FromMinutes(5);
        return
        [
            .. noisiest.Where(n => n.Length > 0).Select(n => new RuleChange($"{n} is a warning", policy, n)),
            new("critical alerts wait 5 minutes longer for their cause (settle)", policy with { Settle = policy.Settle + more }),
            new("machines that fail together are collected twice as long (collapseWindow)", policy with { CollapseWindow = 2 * policy.CollapseWindow }),
            new("a machine more has to fail to be a failure of its place (collapseMachines)", policy with { CollapseMachines = policy.CollapseMachines + 1 }),
            new("an incident stays open 5 minutes longer after it went quiet (quiet)", policy with { Quiet = policy.Quiet + more }),
        ];
    }

    /// <summary>Gives an alert as it would have come.</summary>
    public AlertDelivery Apply(AlertDelivery copy) => Lowered is null || copy.Labels["alertname"] != Lowered
        ? copy
        : copy with { Labels = LabelSet.Create(copy.Labels.Append(new(Policy.SeverityLabel, Warning))) };
}
