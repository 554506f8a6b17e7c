namespace Capacity.Core.Alerting.Labels;

/// <summary>Values of labels between double quotes.</summary>
internal static class LabelText
{
    public static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
