using System.Net;
using System.Text;
using System.Text.Json;
using Capacity.Core.Cluster;

namespace Capacity.Mesos.Http;

/// <summary>Says in one line why a request gave nothing.</summary>
internal static class FetchFailures
{
    private const int MaxQuotedBytes = 200;

    /// <summary>Describes what was thrown.</summary>
    /// <returns>The failure, or <see langword="null"/> where this is no failure of the server and has to propagate.</returns>
    public static SourceFailure? Describe(Exception exception) => exception switch
    {
        BodyTooLargeException e => new(FailureReason.TooLarge, $"{e.Message}: raise the limit to read it"),
        JsonException e => new(
            FailureReason.Malformed, $"not the JSON expected, at {OneLine(e.Path ?? "$")} (line {e.LineNumber + 1}, byte {e.BytePositionInLine})"),
        InvalidDataException => new(FailureReason.Malformed, "the answer is not valid gzip"),
        HttpRequestException e => Describe(e, e.HttpRequestError),
        HttpIOException e => Describe(e, e.HttpRequestError),
        IOException e => new(FailureReason.Unreachable, Innermost(e)),
        _ => null,
    };

    private static SourceFailure Describe(Exception exception, HttpRequestError? error) => error switch
    {
        HttpRequestError.SecureConnectionError => new(
            FailureReason.Tls,
            $"TLS handshake failed ({Innermost(exception)}): for a server with Mesos's default ciphers offer the old ones, for a private authority give its certificate"),
        HttpRequestError.NameResolutionError => new(FailureReason.Unreachable, "the host name does not resolve"),
        HttpRequestError.ConfigurationLimitExceeded => new(FailureReason.TooLarge, "the answer is larger than the limit: raise the limit to read it"),
        HttpRequestError.ResponseEnded => new(FailureReason.Malformed, "the answer was cut off"),
        HttpRequestError.InvalidResponse => new(FailureReason.Malformed, "the answer is not HTTP: is it the right port and scheme?"),
        _ => new(FailureReason.Unreachable, Innermost(exception)),
    };

    /// <summary>Describes an answer that is not 200.</summary>
    public static async Task<SourceFailure> DescribeAsync(HttpResponseMessage response, AnswerHeaders headers, CancellationToken cancellationToken)
    {
        var status = $"HTTP {(int)response.StatusCode}";
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new(FailureReason.Unauthorized, $"{status}: credentials are missing or wrong"),
            HttpStatusCode.Forbidden => new(FailureReason.Forbidden, $"{status}: the credentials do not allow this"),
            HttpStatusCode.NotFound => new(FailureReason.NotFound, $"{status}: no such endpoint, or the process is still starting"),
            HttpStatusCode.UnsupportedMediaType => new(FailureReason.UnsupportedMediaType, $"{status}: {await QuoteAsync(response, cancellationToken)}"),
            HttpStatusCode.ServiceUnavailable => new(FailureReason.NotReady, $"{status}: {await QuoteAsync(response, cancellationToken)}"),
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new(
                FailureReason.Redirected, headers.Location is { } to ? $"{status}: redirects to {to.Authority}" : $"{status} without a location"),
            _ => new(FailureReason.BadStatus, $"{status}: {await QuoteAsync(response, cancellationToken)}"),
        };
    }

    private static string Innermost(Exception exception) => OneLine(exception.GetBaseException().Message);

    /// <summary>Takes out what would break a line or command a terminal: the text came from a server that may be anybody's.</summary>
    private static string OneLine(string text) =>
        string.Create(Math.Min(text.Length, MaxQuotedBytes), text, (line, from) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = char.IsControl(from[i]) ? ' ' : from[i];
            }
        }).Trim();

    private static async Task<string> QuoteAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaxQuotedBytes];
        var count = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        var text = OneLine(Encoding.UTF8.GetString(buffer, 0, count));
        return text.Length == 0 ? OneLine(response.ReasonPhrase ?? "no reason given") : text;
    }
}
