using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Fitting;
using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Checks.Rules;

/// <summary>Finds out what keeps an app's instances from agents.</summary>
internal static class Unplaceable
{
    public static string? Explain(CheckScene scene, CheckReading reading)
    {
        var app = scene.Picture.Marathons.SelectMany(m => m.Apps).FirstOrDefault(a => a.Key.Framework == reading.Labels["framework"] && a.Key.Id == reading.Labels["app"]);
        if (app is null)
        {
            return null;
        }

        var answer = new FitSearch(scene.Picture).Find(new(app.Request)
        {
            Instances = Math.Max(1, (int)Math.Min(reading.Value, FitText.MostInstances)),
            Role = app.Role ?? Roles.Any,
            Constraints = new AppConstraints(scene.Picture).Of(app.Key),
        });
        return answer.Binding is { } binding
            ? $"By what is free there is room for {answer.Placed} of them; {Word(binding)}, on {binding.Agents} of {answer.Agents} agents."
            : "By what is free there would be room: its running instances, its role or offers that are held elsewhere keep it from there.";
    }

    private static string Word(FitObstacle obstacle) => obstacle.Kind switch
    {
        ObstacleKind.Resource => $"too little {ClusterResources.WordOf(obstacle.Subject)} is free",
        ObstacleKind.MachineClosed => $"no new tasks are taken ({obstacle.Subject})",
        _ => $"constraint {obstacle.Subject} does not hold",
    };
}
