using System.Text.Json;
using Capacity.Core.Units;

namespace Capacity.Simulator.Synthetic.Json;

/// <summary>Writes resources in the two forms that Mesos has: summed up, and as a list of what was reserved for whom.</summary>
internal static class ResourcesWriter
{
    /// <param name="json">Where to write.</param>
    /// <param name="name">The property.</param>
    /// <param name="amount">What to write.</param>
    /// <param name="ports">The ports that go with it; none where the first is over the last.</param>
    public static void WriteResources(this Utf8JsonWriter json, string name, ResourceVector amount, (int First, int Last)? ports = null)
    {
        json.WriteStartObject(name);
        json.WriteDouble("disk", amount.Disk.Mebibytes);
        json.WriteDouble("mem", amount.Memory.Mebibytes);
        json.WriteDouble("gpus", amount.Gpus);
        json.WriteDouble("cpus", amount.Cpus.Cores);
        if (ports is var (first, last) && first <= last)
        {
            json.WriteString("ports", $"[{first}-{last}]");
        }

        json.WriteEndObject();
    }

    /// <summary>Writes what an agent keeps for roles, summed up.</summary>
    public static void WriteReserved(this Utf8JsonWriter json, string name, ResourceVector forProd)
    {
        json.WriteStartObject(name);
        if (forProd != default)
        {
            json.WriteResources("prod", forProd);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes what an agent keeps for roles, as lists.</summary>
    public static void WriteReservedFull(this Utf8JsonWriter json, AgentShape shape)
    {
        json.WriteStartObject("reserved_resources_full");
        if (shape.ReservedForProd != default)
        {
            json.WriteStartArray("prod");
            json.WriteList(shape.ReservedForProd, null, allocatedTo: null, reserved: true);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    public static void WriteUnreservedFull(this Utf8JsonWriter json, SyntheticAgent agent)
    {
        json.WriteStartArray("unreserved_resources_full");
        json.WriteList(agent.Unreserved, (PortRange.First, PortRange.Last), allocatedTo: null, reserved: false);
        json.WriteEndArray();
    }

    /// <summary>Writes the elements of a list in the protobuf's form.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="amount">What to write; nothing is written of what is zero.</param>
    /// <param name="ports">The ports that go with it; none where the first is over the last.</param>
    /// <param name="allocatedTo">The role that it is allocated to; <see langword="null"/> where it is not.</param>
    /// <param name="reserved">Whether it is from the reservation.</param>
    /// <param name="withRole">Whether the role that it is kept for is written in the old way too, as v0 answers have it.</param>
    public static void WriteList(this Utf8JsonWriter json, ResourceVector amount, (int First, int Last)? ports, string? allocatedTo, bool reserved, bool withRole = true)
    {
        json.WriteScalar("cpus", amount.Cpus.Cores, allocatedTo, reserved, withRole);
        json.WriteScalar("mem", amount.Memory.Mebibytes, allocatedTo, reserved, withRole);
        json.WriteScalar("disk", amount.Disk.Mebibytes, allocatedTo, reserved, withRole);
        if (ports is var (first, last) && first <= last)
        {
            json.WriteStartObject();
            json.WriteString("name", "ports");
            json.WriteString("type", "RANGES");
            json.WriteStartObject("ranges");
            json.WriteStartArray("range");
            json.WriteStartObject();
            json.WriteNumber("begin", first);
            json.WriteNumber("end", last);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteOwner(allocatedTo, reserved, withRole);
            json.WriteEndObject();
        }
    }

    private static void WriteScalar(this Utf8JsonWriter json, string name, double value, string? allocatedTo, bool reserved, bool withRole = true)
    {
        if (value == 0)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("type", "SCALAR");
        json.WriteStartObject("scalar");
        json.WriteDouble("value", value);
        json.WriteEndObject();
        json.WriteOwner(allocatedTo, reserved, withRole);
        json.WriteEndObject();
    }

    private static void WriteOwner(this Utf8JsonWriter json, string? allocatedTo, bool reserved, bool withRole = true)
    {
        if (withRole)
        {
            json.WriteString("role", reserved ? "prod" : "*");
        }

        if (allocatedTo is not null)
        {
            json.WriteStartObject("allocation_info");
            json.WriteString("role", allocatedTo);
            json.WriteEndObject();
        }

        if (reserved)
        {
            json.WriteStartArray("reservations");
            json.WriteStartObject();
            json.WriteString("type", "STATIC");
            json.WriteString("role", "prod");
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }
}
