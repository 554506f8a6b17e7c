using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Capacity.Core.Cluster;

namespace Capacity.Mesos.Http;

/// <summary>Makes one request and reads one JSON document as it arrives. Whatever goes wrong is a value.</summary>
/// <param name="http">The client; it must not follow redirects by itself.</param>
/// <param name="limits">What a request may cost.</param>
/// <param name="time">The clock.</param>
/// <param name="trusted">The servers that the user named: a redirect is followed to these alone, for it takes the credentials along.</param>
internal sealed class JsonFetcher(HttpClient http, HttpLimits limits, TimeProvider time, IReadOnlySet<HostPort> trusted)
{
    private const int MaxRedirects = 2;

    /// <summary>Asks for <paramref name="endpoint"/>. A redirect is a failure that names its target.</summary>
    public Task<Fetched<T>> GetAsync<T>(Source source, string endpoint, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        WithinTimeoutAsync(source, endpoint, (client, token) => client.SendAsync(source, HttpMethod.Get, source.At(endpoint), null, type, token), cancellationToken);

    /// <summary>Asks for <paramref name="endpoint"/>, and follows redirects among the servers that the user named.</summary>
    public Task<Fetched<T>> FollowAsync<T>(Source source, string endpoint, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        WithinTimeoutAsync(source, endpoint, (client, token) => client.SendFollowingAsync(source, source.At(endpoint), type, token), cancellationToken);

    /// <summary>Calls the operator API, which takes its one content type to the letter.</summary>
    public Task<Fetched<T>> CallAsync<T>(Source source, string call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        WithinTimeoutAsync(
            source,
            $"/api/v1 {call}",
            (client, token) => client.SendAsync(source, HttpMethod.Post, source.At("/api/v1"), $$"""{"type":"{{call}}"}""", type, token),
            cancellationToken);

    private async Task<Fetched<T>> WithinTimeoutAsync<T>(
        Source source, string endpoint, Func<JsonFetcher, CancellationToken, Task<Answer<T>>> ask, CancellationToken cancellationToken)
        where T : class
    {
        var at = time.GetUtcNow();
        var started = time.GetTimestamp();
        using var timeout = new CancellationTokenSource(limits.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        Answer<T> answer;
        try
        {
            answer = await ask(this, linked.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Our own time-out, not our caller's wish.
            answer = new(null, new(FailureReason.TimedOut, $"no whole answer within {limits.Timeout.TotalSeconds:0.#} s"));
        }
        catch (Exception e) when (FetchFailures.Describe(e) is { } failure)
        {
            answer = new(null, failure);
        }

        var took = time.GetElapsedTime(started);
        return new(
            new(source.Kind, source.Address, endpoint.Split('?')[0], at, took, answer.Failure, answer.Date is { } date ? ClockAhead(date, at, answer.HeadersAt) : null),
            answer.Value,
            answer.Headers);
    }

    private async Task<Answer<T>> SendFollowingAsync<T>(Source source, Uri target, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await SendAsync(source, HttpMethod.Get, target, null, type, cancellationToken);
        for (var hop = 0; answer.Headers.Location is { } next; hop++)
        {
            if (hop == MaxRedirects)
            {
                return answer with { Failure = new(FailureReason.Redirected, $"redirected more than {MaxRedirects} times, last to {next.Authority}") };
            }

            if (!trusted.Contains(HostPort.Of(next)) || next.Scheme != target.Scheme)
            {
                return answer with { Failure = new(FailureReason.Redirected, $"redirects to {next.Authority}, which was not named: name it to follow") };
            }

            answer = await SendAsync(source, HttpMethod.Get, next, null, type, cancellationToken);
        }

        return answer;
    }

    private async Task<Answer<T>> SendAsync<T>(
        Source source, HttpMethod method, Uri target, string? body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await SendOnceAsync(source, method, target, body, type, sanitise: false, cancellationToken);
        }
        catch (JsonException e) when (e.InnerException?.Message is { } why && (why.Contains("'N'", StringComparison.Ordinal) || why.Contains("'I'", StringComparison.Ordinal)))
        {
            // Some builds of Mesos write infinite limits as a bare Infinity, which is not JSON. Ask again and take them out on the way.
            return await SendOnceAsync(source, method, target, body, type, sanitise: true, cancellationToken);
        }
    }

    private async Task<Answer<T>> SendOnceAsync<T>(
        Source source, HttpMethod method, Uri target, string? body, JsonTypeInfo<T> type, bool sanitise, CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(method, target);
        request.Headers.Accept.Add(new("application/json"));
        source.Credentials?.AddTo(request.Headers);
        if (body is not null)
        {
            // Mesos compares the whole header: with a charset the answer is 415.
            request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var headers = new AnswerHeaders(
            RedirectTarget(target, response),
            response.Headers.TryGetValues("X-Marathon-Leader", out var leaders) && Uri.TryCreate(leaders.First(), UriKind.Absolute, out var leader) ? leader : null);
        var (date, headersAt) = (response.Headers.Date, time.GetUtcNow());
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return new(null, await FetchFailures.DescribeAsync(response, headers, cancellationToken), headers, date, headersAt);
        }

        await using var content = new LimitedStream(await response.Content.ReadAsStreamAsync(cancellationToken), limits.MaxBodyBytes);
        await using var json = sanitise ? new BareNumberFilter(content) : (Stream)content;
        var value = await JsonSerializer.DeserializeAsync(json, type, cancellationToken);
        return new(value, value is null ? new(FailureReason.Malformed, "the answer is null") : null, headers with { Location = null }, date, headersAt);
    }

    /// <summary>How far the server's clock is ahead at the least: it wrote whole seconds, at some moment between our request and its headers.</summary>
    private static TimeSpan ClockAhead(DateTimeOffset date, DateTimeOffset askedAt, DateTimeOffset headersAt)
    {
        var dateEnds = date.AddSeconds(1);
        return date > headersAt ? date - headersAt : dateEnds < askedAt ? dateEnds - askedAt : TimeSpan.Zero;
    }

    /// <summary>Where a redirect points; what is no address of a web server counts as no target.</summary>
    private static Uri? RedirectTarget(Uri asked, HttpResponseMessage response) =>
        response.Headers.Location is { } location && Uri.TryCreate(asked, location, out var target) && target.Scheme is "http" or "https"
            ? target
            : null;

    private sealed record Answer<T>(T? Value, SourceFailure? Failure, AnswerHeaders Headers = default, DateTimeOffset? Date = null, DateTimeOffset HeadersAt = default);
}
