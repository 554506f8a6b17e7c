using Capacity.Core.Cluster;

namespace Capacity.Core.Packing.Clusters;

/// <summary>Says which apps keep data on their agents.</summary>
/// <remarks>
/// Marathon tells of residency and persistent volumes; of others only the label <see cref="Label"/> on the app or its tasks tells. The
/// label also says <c>false</c> of an app whose volumes are worth nothing.
/// </remarks>
public static class StatefulApps
{
    /// <summary>The label, <c>true</c> or <c>false</c>.</summary>
    public const string Label = "stateful";

    /// <summary>Says whether a container keeps data on its agent.</summary>
    /// <param name="container">The container.</param>
    /// <param name="app">What Marathon is told to run; <see langword="null"/> where no Marathon knows the app.</param>
    public static bool IsStateful(Container container, MarathonApp? app)
    {
        ArgumentNullException.ThrowIfNull(container);
        return Says(app?.Labels)
            ?? container.Tasks.Select(t => Says(t.Labels)).FirstOrDefault(s => s is not null)
            ?? app?.IsResident ?? false;
    }

    private static bool? Says(IReadOnlyDictionary<string, string>? labels) =>
        labels?.GetValueOrDefault(Label) is { } text && bool.TryParse(text, out var value) ? value : null;
}
