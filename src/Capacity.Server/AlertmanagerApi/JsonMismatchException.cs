namespace Capacity.Server.AlertmanagerApi;

/// <summary>A body of JSON does not hold what it should. Never leaves the reader of that body.</summary>
/// <param name="refusal">What its sender is told.</param>
internal sealed class JsonMismatchException(Refusal refusal) : Exception(refusal.Message)
{
    public Refusal Refusal { get; } = refusal;
}
