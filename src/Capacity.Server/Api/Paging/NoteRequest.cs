using System.ComponentModel;

namespace Capacity.Server.Api.Paging;

internal sealed record NoteRequest(
    [property: Description("Who says it; at most 100 characters.")] string? By,
    [property: Description("What, in words; at most 4,000 characters. An acknowledgement may do without.")] string? Text)
{
    public const int LongestName = 100, LongestText = 4000;

    /// <summary>Says what is wrong with it; <see langword="null"/> for nothing.</summary>
    public string? Fault(bool needsText) =>
        string.IsNullOrWhiteSpace(By) || By.Length > LongestName ? $"by: say who you are, in 1 to {LongestName} characters."
        : Text?.Length > LongestText || (needsText && string.IsNullOrWhiteSpace(Text)) ? $"text: say what, in {(needsText ? 1 : 0)} to {LongestText} characters."
        : null;
}
