using System.Net;

namespace Capacity.Benchmarks.Parsing;

/// <summary>Stands in for the network: gives the answers of a file at once. What is not in the file is 404, as in a cluster without it.</summary>
internal sealed class ClusterAnswers(ClusterFile file) : HttpMessageHandler
{
    public const string Master = "master1.mesos.test:5050";

    /// <summary>Gets or sets which of the file's samples is given.</summary>
    public int Sample { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        var answer = file.Find(Sample, uri.Authority + uri.AbsolutePath);
        return Task.FromResult(answer is null
            ? new HttpResponseMessage(HttpStatusCode.NotFound)
            : new(HttpStatusCode.OK) { Content = new StreamContent(answer) });
    }
}
