using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Capacity.Server.Api.Scan;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.RightSizing.Reports;

/// <summary>Sends each team its report once a week. What fails is tried again with the next look, until the week is over; what was delivered is remembered.</summary>
internal sealed partial class ReportSender(
    AdviceKeeper keeper, Stores stores, ServiceConfiguration configuration, TimeProvider time, ILogger<ReportSender> logger) : IDisposable
{
    /// <summary>A receiver that was away for longer gets the next one.</summary>
    private static readonly TimeSpan TriedFor = TimeSpan.FromDays(2);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new UtcTimeConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Sends what is due.</summary>
    /// <exception cref="IOException">The state can't be read or written.</exception>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var (now, settings) = (time.GetUtcNow(), configuration.RightSizing.Reports);
        var due = ReportWeek.LastDue(settings, now);
        if (keeper.Latest is not { } set || now - due > TriedFor)
        {
            return;
        }

        foreach (var team in set.Apps.Select(a => a.Advice.App.Team).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            if (settings.For(team) is { } address
                && !(await stores.State.Advice.ReadDeliveryAsync(team, cancellationToken) >= due)
                && TeamReport.Of(set, team, configuration.ClusterName, configuration.RightSizing.Currency, now) is { } report
                && await PostAsync(address, report, cancellationToken))
            {
                await stores.State.Advice.NoteDeliveryAsync(team, now, cancellationToken);
            }
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<bool> PostAsync(Uri address, TeamReport report, CancellationToken cancellationToken)
    {
        try
        {
            // Chat programs show "text"; others take the report.
            var body = new { Title = TeamReportText.Title(report), Text = TeamReportText.Text(report), Report = report };
            using var answer = await http.PostAsJsonAsync(address, body, Json, cancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                return true;
            }

            LogNotSent(report.Team, address.Host, $"HTTP {(int)answer.StatusCode}");
        }
        catch (HttpRequestException e)
        {
            LogNotSent(report.Team, address.Host, e.Message);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotSent(report.Team, address.Host, e.Message);
        }

        return false;
    }

    // Addresses of webhooks hold secrets: only the host is told.
    [LoggerMessage(Level = LogLevel.Warning, Message = "The report of team {Team} could not be sent to {Host}, and is tried again: {Reason}")]
    private partial void LogNotSent(string team, string host, string reason);
}
