using Capacity.Core.Cluster;

namespace Capacity.Mesos.Http;

/// <summary>A server to ask.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Root">Its address; endpoints are below its path.</param>
/// <param name="Credentials">What to send with reads; <see langword="null"/> for nothing.</param>
internal sealed record Source(SourceKind Kind, Uri Root, HttpCredentials? Credentials)
{
    public HostPort Address => HostPort.Of(Root);

    public Uri At(string endpoint) => new($"{Root.GetLeftPart(UriPartial.Authority)}{Root.AbsolutePath.TrimEnd('/')}{endpoint}");
}
