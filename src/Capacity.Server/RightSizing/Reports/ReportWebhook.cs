using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Capacity.Server.Api.Scan;

namespace Capacity.Server.RightSizing.Reports;

/// <summary>Posts reports as JSON.</summary>
internal sealed class ReportWebhook : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new UtcTimeConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Posts one. Chat programs show its <c>text</c>; others take the report.</summary>
    /// <returns>Why it was not taken; <see langword="null"/> where it was.</returns>
    public async Task<ReportFailure?> PostAsync(Uri address, object body, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync(address, body, Json, cancellationToken);
            return answer.IsSuccessStatusCode ? null : new($"HTTP {(int)answer.StatusCode}");
        }
        catch (HttpRequestException e)
        {
            return new(e.Message);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            return new(e.Message);
        }
    }

    public void Dispose() => http.Dispose();
}
