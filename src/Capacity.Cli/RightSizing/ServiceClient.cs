using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Capacity.Mesos.Http;
using Capacity.Server.Hosting;

namespace Capacity.Cli.RightSizing;

/// <summary>Asks a service through its REST interface.</summary>
/// <param name="address">Where it answers.</param>
/// <param name="standIn">What stands in for it, and goes with the client; <see langword="null"/> where it runs.</param>
internal sealed class ServiceClient(Uri address, StandIn? standIn = null) : IAsyncDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Sets what proves to a proxy before the service who asks.</summary>
    public HttpCredentials? Credentials
    {
        init => value?.AddTo(http.DefaultRequestHeaders);
    }

    /// <summary>Gets whether nothing can stand in for the service where it does not run.</summary>
    public bool OnlyRunning { get; init; }

    /// <summary>Reads an answer as it is.</summary>
    /// <exception cref="UserErrorException">The service does not answer, or refuses; the message says why.</exception>
    public Task<string> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(new(HttpMethod.Get, path), cancellationToken);

    /// <summary>Sends JSON and reads the answer.</summary>
    public Task<string> PostAsync(string path, JsonObject body, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Post, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") }, cancellationToken);

    /// <summary>Asks for the end of something.</summary>
    public Task<string> DeleteAsync(string path, CancellationToken cancellationToken) => SendAsync(new(HttpMethod.Delete, path), cancellationToken);

    /// <summary>Asks what time it is for the service, to the second: its clock may be another than ours. Ours counts where something on the way leaves it out.</summary>
    public Task<DateTimeOffset> NowAsync(TimeProvider ours, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Get, "/healthz"), (answer, _) => answer.Headers.Date ?? ours.GetUtcNow(), cancellationToken);

    /// <summary>Says whether anybody answers.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync("/healthz", cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await (standIn?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private Task<string> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, (_, text) => text, cancellationToken);

    private async Task<T> SendAsync<T>(HttpRequestMessage request, Func<HttpResponseMessage, string, T> read, CancellationToken cancellationToken)
    {
        using (request)
        {
            try
            {
                using var answer = await http.SendAsync(request, cancellationToken);
                var text = await answer.Content.ReadAsStringAsync(cancellationToken);
                return answer.IsSuccessStatusCode ? IsOurs(answer) ? read(answer, text) : throw new UserErrorException($"What answers at {address} is no Capacity service: give the address of one with --url.", ExitCodes.Failed)
                    : answer.StatusCode is HttpStatusCode.Unauthorized ? throw new UserErrorException($"{address} asks who you are: give {ServiceOptions.Authentication}.", ExitCodes.Failed)
                    : throw new UserErrorException(Why(answer, text, request) ?? $"{address} answered HTTP {(int)answer.StatusCode}: is it the address of a Capacity service?", answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity ? ExitCodes.BadArguments : ExitCodes.Failed);
            }
            catch (HttpRequestException e)
            {
                throw new UserErrorException($"No service answers at {address}: {Reason(e)}. Start it with capacity serve, {(OnlyRunning ? "or name it with --url" : "name it with --url, or give its --config to ask what it has stored")}.", ExitCodes.Failed);
            }
            catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
            {
                throw new UserErrorException($"The service at {address} does not answer: {e.Message}", ExitCodes.Failed);
            }
        }
    }

    private static string? Why(HttpResponseMessage answer, string text, HttpRequestMessage request) =>
        Problem(text) is { } problem && answer.StatusCode == HttpStatusCode.NotFound ? WhereToLook.Add(problem, request.RequestUri!.AbsolutePath) : Problem(text);

    private static bool IsOurs(HttpResponseMessage answer) => answer.Headers.Contains(ServiceMark.Header);

    private static string Reason(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "the host name does not resolve",
        HttpRequestError.SecureConnectionError => "it does not speak TLS, or its certificate is not trusted; a service itself answers http://",
        _ when exception.GetBaseException() is SocketException e => e.Message.TrimEnd('.').ToLowerInvariant(),
        _ => exception.GetBaseException().Message.TrimEnd('.'),
    };

    /// <summary>Reads why something is refused: problem details, or what Alertmanager's interface writes in their place.</summary>
    private static string? Problem(string text)
    {
        try
        {
            return JsonNode.Parse(text) switch
            {
                JsonObject problem => (problem["detail"] ?? problem["message"])?.GetValue<string>(),
                JsonValue reason => reason.GetValue<string>(),
                _ => null,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
