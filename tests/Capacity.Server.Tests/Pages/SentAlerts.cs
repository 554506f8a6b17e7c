using System.Net.Http.Json;
using System.Text.Json;

namespace Capacity.Server.Tests.Pages;

/// <summary>Alerts and silences for pages to show: a rack that is gone, some other things, and what somebody silenced of them.</summary>
internal static class SentAlerts
{
    public static async Task SendAsync(Uri service, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = service };
        var alerts = Enumerable.Range(1, 6)
            .Select(i => Alert($"agent{i} has not answered for two minutes", new() { ["alertname"] = "NodeDown", ["zone"] = "a", ["rack"] = "a-r1", ["host"] = $"agent{i}.z1.mesos.test", ["severity"] = "critical" }))
            .Append(Alert("/var is full in 4 hours", new() { ["alertname"] = "DiskFillsUp", ["host"] = "master2.mesos.test", ["mountpoint"] = "/var/lib/a/very/long/path/that/has/no/end/and/does/not/fit/on/any/phone", ["severity"] = "warning" }))
            .Append(Alert("in 6 days", new() { ["alertname"] = "CertificateExpires", ["vip"] = "shop.mesos.test", ["severity"] = "warning" }));
        await PostAsync(http, "/api/v2/alerts", alerts.ToArray(), cancellationToken);
        await PostAsync(http, "/api/v2/silences", Silence("alertname", "Disk.*", now, now.AddMinutes(90)), cancellationToken);
        await PostAsync(http, "/api/v2/silences", Silence("zone", "b", now.AddHours(1), now.AddHours(9)), cancellationToken);
    }

    /// <summary>Waits until the rack has paged.</summary>
    public static async Task UntilPagedAsync(Uri service, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = service };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while ((await http.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/incidents?paged=true", UriKind.Relative), patience.Token)).GetArrayLength() == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    private static object Alert(string summary, Dictionary<string, string> labels) =>
        new { labels, annotations = new { summary }, generatorURL = "http://prometheus.mesos.test:9090/graph" };

    private static object Silence(string name, string pattern, DateTimeOffset startsAt, DateTimeOffset endsAt) =>
        new { matchers = new[] { new { name, value = pattern, isRegex = true } }, startsAt, endsAt, createdBy = "ann", comment = "The kernel of these machines is updated tonight." };

    private static async Task PostAsync(HttpClient http, string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
