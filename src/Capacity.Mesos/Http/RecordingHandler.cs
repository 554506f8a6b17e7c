using Capacity.Core.Cluster;
using Capacity.Core.Recordings;

namespace Capacity.Mesos.Http;

/// <summary>Hands every exchange to a sink, as it went over the wire. Request headers, which hold the credentials, are not handed on.</summary>
internal sealed class RecordingHandler(IExchangeSink sink, long maxBodyBytes, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = await RequestAsync(request, cancellationToken);
        var started = time.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(maxBodyBytes, cancellationToken);
            await sink.KeepAsync(
                exchange with
                {
                    Took = time.GetElapsedTime(started),
                    Status = (int)response.StatusCode,
                    Headers = [.. response.Headers.Concat(response.Content.Headers).Select(h => KeyValuePair.Create(h.Key, string.Join(", ", h.Value)))],
                    Body = await response.Content.ReadAsByteArrayAsync(cancellationToken),
                },
                cancellationToken);
            return response;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // The token is cancelled when the request ran out of time, and that is just what is to be recorded.
            await sink.KeepAsync(exchange with { Took = time.GetElapsedTime(started), Error = e.GetBaseException().Message }, CancellationToken.None);
            throw;
        }
    }

    private async Task<RecordedExchange> RequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        return new()
        {
            At = time.GetUtcNow(),
            Took = TimeSpan.Zero,
            Scheme = uri.Scheme,
            Host = HostPort.Of(uri),
            Method = request.Method.Method,
            Target = uri.PathAndQuery,
            RequestBody = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken),
        };
    }
}
