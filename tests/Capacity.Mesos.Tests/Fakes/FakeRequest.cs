using System.Net.Sockets;

namespace Capacity.Mesos.Tests.Fakes;

/// <summary>One request that a <see cref="LoopbackServer"/> took, and the connection to answer on.</summary>
internal sealed record FakeRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body, Stream Stream, Socket Socket)
{
    public string Path => Target.Split('?')[0];

    public string? Authorization => Headers.GetValueOrDefault("Authorization");
}
