using System.Globalization;
using System.Text;
using Capacity.Core.Cluster;
using Capacity.Core.Recordings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Capacity.Simulator.Replay;

/// <summary>Answers HTTP requests from a recording.</summary>
/// <param name="hosts">The recorded host for each port that is listened on.</param>
internal sealed class ReplayHttp(
    ReplayTimeline timeline, ReplayClock clock, AddressMap addresses, IReadOnlyDictionary<int, HostPort> hosts, TimeProvider time)
{
    // A refused connection fails at once, a time-out does not: only then the client is to feel it.
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromMilliseconds(200);

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var moment = clock.Read();
        if (moment.IsOver)
        {
            context.Abort();
            return;
        }

        var request = context.Request;
        var host = hosts[context.Connection.LocalPort];
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var body = await ReadBodyAsync(request, context.RequestAborted);
        var exchange = timeline.Find(host, request.Method, target, body, moment.Recorded);
        if (exchange is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync($"The recording holds no {request.Method} {target} to {host}.\n", context.RequestAborted);
        }
        else if (exchange.Status is null)
        {
            await FailAsync(context, exchange);
        }
        else
        {
            await AnswerAsync(context, exchange, moment.Shift);
        }
    }

    private static async Task<string?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(cancellationToken);
        return body.Length == 0 ? null : body;
    }

    private async Task FailAsync(HttpContext context, RecordedExchange exchange)
    {
        if (exchange.Took > LongestRefusal)
        {
            try
            {
                await Task.Delay(exchange.Took, time, context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                // The client lost patience first.
            }
        }

        context.Abort();
    }

    // An answer is given again until the next one was recorded, and a server dates each anew. Its clock stays as wrong as it was.
    private string Date(string recorded, RecordedExchange exchange) =>
        DateTimeOffset.TryParse(recorded, CultureInfo.InvariantCulture, out var date)
            ? (date + TimeSpan.FromSeconds(Math.Round((clock.Now - exchange.At).TotalSeconds))).ToString("R", CultureInfo.InvariantCulture)
            : recorded;

    private async Task AnswerAsync(HttpContext context, RecordedExchange exchange, TimeSpan shift)
    {
        var response = context.Response;
        response.StatusCode = exchange.Status ?? StatusCodes.Status502BadGateway;
        response.Headers.Date = clock.Now.ToString("R", null);
        foreach (var (name, value) in exchange.Headers.Where(h => !h.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)))
        {
            response.Headers[name] = name.Equals("Date", StringComparison.OrdinalIgnoreCase) ? Date(value, exchange) : addresses.Rewrite(value);
        }

        var body = ReplayBody.Rewrite(exchange.Body, shift, addresses);
        if (response.StatusCode is >= 200 and not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
        {
            // A recorded failure in the middle of a body: promise more than there is, then cut the connection.
            response.ContentLength = exchange.Error is null ? body.Length : body.Length + 1;
            await response.Body.WriteAsync(body, context.RequestAborted);
        }

        if (exchange.Error is not null)
        {
            await response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }
}
