namespace Capacity.Core.Cluster;

/// <summary>Names an app: what a scheduler runs one or more equal instances of.</summary>
/// <param name="Framework">The name of the framework that runs it.</param>
/// <param name="Id">The app's id within the framework, such as Marathon's <c>/shop/web</c>.</param>
public readonly record struct AppKey(string Framework, string Id)
{
    /// <summary>Writes <c>framework:id</c>.</summary>
    public override string ToString() => $"{Framework}:{Id}";
}
