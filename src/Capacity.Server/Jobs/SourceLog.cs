using Capacity.Core.Cluster;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.Jobs;

/// <summary>Logs a source that cannot be read once, and once when it can be again; the metrics count every time.</summary>
internal sealed partial class SourceLog(ILogger<SourceLog> logger)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(SourceKind Kind, HostPort Address, string Endpoint), FailureReason> failing = [];

    public void Note(IEnumerable<SourceReading> sources)
    {
        lock (gate)
        {
            foreach (var source in sources)
            {
                var key = (source.Kind, source.Address, source.Endpoint);
                if (source.Failure is not { } failure)
                {
                    if (failing.Remove(key))
                    {
                        LogReadAgain(source.Kind, source.Address, source.Endpoint);
                    }
                }
                else if (!failing.TryGetValue(key, out var before) || before != failure.Reason)
                {
                    failing[key] = failure.Reason;
                    LogUnread(source.Kind, source.Address, source.Endpoint, failure.Detail);
                }
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Address}{Endpoint}: {Detail}")]
    private partial void LogUnread(SourceKind kind, HostPort address, string endpoint, string detail);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} {Address}{Endpoint} is read again.")]
    private partial void LogReadAgain(SourceKind kind, HostPort address, string endpoint);
}
