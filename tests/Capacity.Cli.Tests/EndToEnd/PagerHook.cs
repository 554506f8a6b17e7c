using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Capacity.Cli.Tests.EndToEnd;

/// <summary>Takes webhooks as a pager does: it folds by key.</summary>
internal sealed class PagerHook : IAsyncDisposable
{
    private readonly ConcurrentQueue<Message> messages = new();
    private readonly WebApplication app;

    private PagerHook(WebApplication app) => this.app = app;

    public string Url => $"{app.Urls.Single()}/hook";

    /// <summary>Gets what came, in order, and what came again under the same key too.</summary>
    public IReadOnlyList<Message> All => [.. messages];

    /// <summary>Gets the pages that somebody was woken by, each once.</summary>
    public IReadOnlyList<Message> Pages => [.. messages.Where(m => m is { Status: "firing", Severity: "critical" }).DistinctBy(m => m.Key)];

    public static async Task<PagerHook> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var hook = new PagerHook(app);
        app.MapPost("/hook", (JsonElement body, HttpRequest request) => hook.messages.Enqueue(Message.Of(body, request.Headers["Idempotency-Key"].ToString(), TimeProvider.System.GetUtcNow())));
        await app.StartAsync(cancellationToken);
        return hook;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>One message.</summary>
    internal sealed record Message(DateTimeOffset At, string Key, string Status, string Severity, string Incident, string Kind, string Summary, string Description)
    {
        public static Message Of(JsonElement body, string key, DateTimeOffset at)
        {
            var (labels, annotations) = (body.GetProperty("commonLabels"), body.GetProperty("commonAnnotations"));
            return new(
                at, key, Text(body, "status"), Text(labels, "severity"), Text(labels, "incident"), Text(labels, "kind"), Text(annotations, "summary"), Text(annotations, "description"));
        }

        private static string Text(JsonElement at, string name) => at.TryGetProperty(name, out var value) ? value.GetString()! : "";
    }
}
