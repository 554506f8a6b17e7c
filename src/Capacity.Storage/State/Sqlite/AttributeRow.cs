namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>agent_attribute</c>.</summary>
internal sealed class AttributeRow
{
    public string Hostname { get; init; } = "";

    public int Port { get; init; }

    public string Name { get; init; } = "";

    public string Value { get; init; } = "";
}
