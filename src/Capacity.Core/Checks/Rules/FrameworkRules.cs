using Capacity.Core.Alerting.Labels;
using Capacity.Core.Cluster;
using Capacity.Core.Units;
using static Capacity.Core.Checks.Rules.Standards;

namespace Capacity.Core.Checks.Rules;

/// <summary>The frameworks' connections to the leader, and what they hold.</summary>
internal static class FrameworkRules
{
    /// <summary>How long frameworks may take to find a new leader.</summary>
    private static readonly TimeSpan Reconnection = TimeSpan.FromMinutes(1);

    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("MesosFrameworkDisconnected", "A framework runs tasks and is not connected to the leader.", CheckBasis.Collection, Disconnected)
        {
            Standard = Warning(Minutes(5)), Unit = "containers", Identity = ["framework"],
        },
        new("MesosFrameworkReplaced", "A framework came back under another id and left tasks behind.", CheckBasis.Collection, Replaced)
        {
            Standard = Critical(Minutes(5)), Unit = "containers", Identity = ["framework"],
        },
        new("MesosOffersHeld", "Most of what is free is held in offers.", CheckBasis.Masters, OffersHeld)
        {
            Standard = Warning(Minutes(10)).Beyond(0.5, 0.3), Unit = "ratio",
        },
    ];

    private static CheckLook Disconnected(CheckScene scene) => OfDisconnected(scene, isReplaced: false, (f, count) =>
        $"Framework {f.Name} ({f.Id}) runs {count} containers and has not been connected to the leader: what of them ends is not started again.");

    private static CheckLook Replaced(CheckScene scene) => OfDisconnected(scene, isReplaced: true, (f, count) =>
        $"Framework {f.Name} is connected under another id, and {count} containers of {f.Id} run on: nobody will ever end them, and their apps run twice.");

    private static CheckLook OfDisconnected(CheckScene scene, bool isReplaced, Func<Framework, int, string> describe)
    {
        if (scene.Past.LeaderSince is not { } since || scene.Now - since < Reconnection || scene.Picture.Leader?.Phase == LeaderPhase.Recovering)
        {
            return CheckLook.Blind("the leader has just been elected, or there is none");
        }

        var containers = scene.Picture.Containers.CountBy(c => c.FrameworkId).ToDictionary();
        return CheckLook.Whole(scene.Picture.Frameworks
            .Where(f => f.Subscribed == false && containers.ContainsKey(f.Id) && HasSuccessor(f, scene.Picture) == isReplaced)
            .Select(f => new CheckReading(LabelSet.Create([new("framework", f.Name)]), containers[f.Id], describe(f, containers[f.Id]))));
    }

    private static bool HasSuccessor(Framework framework, ClusterSnapshot picture) =>
        picture.Marathons.All(m => m.FrameworkId != framework.Id)
        && picture.Frameworks.Any(f => f.Name == framework.Name && f.Id != framework.Id && f.Subscribed == true);

    private static CheckLook OffersHeld(CheckScene scene)
    {
        var agents = scene.Picture.Agents.Where(a => a is { State: AgentState.Active, Resources: not null }).ToList();
        var (free, offered) = (agents.Sum(a => a.Resources!.Free).Cpus.Cores, agents.Sum(a => a.Resources!.Offered).Cpus.Cores);
        return AgentStanding.Blindness(scene) is { } reason ? CheckLook.Blind(reason)
            : CheckLook.Whole(free > 0 ? [new(LabelSet.Empty, offered / free, $"{offered:0.#} of {free:0.#} free CPUs are held in offers that no framework answers.")] : []);
    }
}
