using System.Net;
using System.Text;

namespace Capacity.Mesos.Tests.Fakes;

/// <summary>Answers without a network, for tests that make thousands of collections.</summary>
internal sealed class CannedHandler(Func<Uri, string?> body) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(body(request.RequestUri!) is { } text
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) }
            : new HttpResponseMessage(HttpStatusCode.NotFound));
}
