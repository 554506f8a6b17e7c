using System.Text.Json;

namespace Capacity.Benchmarks.Parsing;

/// <summary>Walks over the tokens of every answer and keeps none: nothing built on the reader can be faster.</summary>
internal sealed class TokenBaseline(ClusterFile file) : IContestant
{
    public string Name => "Utf8JsonReader, tokens only";

    public Task RunAsync(CancellationToken cancellationToken)
    {
        file.ForEach(json =>
        {
            var reader = new Utf8JsonReader(json.Span);
            while (reader.Read())
            {
            }
        });
        return Task.CompletedTask;
    }
}
