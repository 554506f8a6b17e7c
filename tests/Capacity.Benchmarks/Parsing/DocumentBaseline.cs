using System.Text.Json;

namespace Capacity.Benchmarks.Parsing;

/// <summary>Parses every answer into a <see cref="JsonDocument"/> and looks at nothing: the least that a reader without types can do.</summary>
/// <remarks>The product parses into types of its own. Here the class is what it is measured by.</remarks>
internal sealed class DocumentBaseline(ClusterFile file) : IContestant
{
    public string Name => "JsonDocument.Parse";

    public Task RunAsync(CancellationToken cancellationToken)
    {
        file.ForEach(json =>
        {
            using var document = JsonDocument.Parse(json);
        });
        return Task.CompletedTask;
    }
}
