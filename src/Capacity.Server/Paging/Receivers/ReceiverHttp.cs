using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Configuration;
using Capacity.Server.Mail;

namespace Capacity.Server.Paging.Receivers;

/// <summary>Asks one receiver over HTTP, through the proxy of the environment where there is one, and says what its answer means.</summary>
internal sealed class ReceiverHttp : IDisposable
{
    private const int MostRead = 4096;
    private const int MostSaid = 200;
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly HttpClient http;
    private readonly TimeSpan timeout;
    private readonly TimeProvider time;

    public ReceiverHttp(string? certificateAuthorityFile, TimeSpan timeout, TimeProvider time)
    {
        (this.timeout, this.time) = (timeout, time);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        if (certificateAuthorityFile is { } file)
        {
            handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = ServerTrust.By(file) };
        }

        http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Makes a request with JSON.</summary>
    public static HttpRequestMessage Post(Uri address, byte[] json, string? authorization = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } } };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Capacity", typeof(ReceiverHttp).Assembly.GetName().Version?.ToString(3)));
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return request;
    }

    /// <summary>Sends a request, which is used up by it.</summary>
    public async Task<HttpAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using (request)
        {
            try
            {
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
                var body = await ReadAsync(response, either.Token);
                return new(Outcome(response, body), body);
            }
            catch (HttpRequestException e)
            {
                return Failed(Reason(e), e.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError));
            }
            catch (IOException e)
            {
                return Failed(Line(e.Message), isUncertain: true);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return Failed($"no answer within {timeout.TotalSeconds:0.#} s", isUncertain: true);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static HttpAnswer Failed(string reason, bool isUncertain) => new(new SendOutcome.Failed(reason) { IsUncertain = isUncertain }, "");

    private SendOutcome Outcome(HttpResponseMessage response, string body)
    {
        var status = (int)response.StatusCode;
        var said = Line(body);
        var reason = said.Length == 0 ? $"HTTP {status}" : $"HTTP {status}: {said}";
        return status switch
        {
            >= 200 and < 300 => new SendOutcome.Taken(),
            >= 300 and < 400 => new SendOutcome.Refused($"HTTP {status}: it has moved; write its new address into the configuration"),
            429 or 503 => new SendOutcome.Failed(reason) { RetryAfter = Pause(response) },
            504 => new SendOutcome.Failed(reason) { IsUncertain = true },
            408 or 425 or >= 500 => new SendOutcome.Failed(reason),
            _ => new SendOutcome.Refused(reason),
        };
    }

    private TimeSpan? Pause(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return asked is not { } pause || pause <= TimeSpan.Zero ? null : pause < LongestPause ? pause : LongestPause;
    }

    /// <summary>Reads the beginning: answers may be of any length.</summary>
    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MostRead);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var read = await stream.ReadAtLeastAsync(buffer.AsMemory(0, MostRead), MostRead, throwOnEndOfStream: false, cancellationToken);
            return Encoding.UTF8.GetString(buffer, 0, read);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Reason(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.SecureConnectionError => $"TLS failed: {Line((e.InnerException ?? e).Message)}",
        _ => Line(e.Message),
    };

    private static string Line(string text)
    {
        var line = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MostSaid ? line : line[..MostSaid] + "…";
    }
}
