using Microsoft.Extensions.Hosting;

namespace Capacity.Server.Jobs;

/// <summary>Lets a collection that is under way end when the service is asked to stop, but not for longer than this.</summary>
internal sealed class StopGrace : IDisposable
{
    /// <summary>The longest that a collection goes on once the service is asked to stop.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource source = new();
    private readonly CancellationTokenRegistration registration;

    public StopGrace(IHostApplicationLifetime lifetime) =>
        registration = lifetime.ApplicationStopping.Register(() => source.CancelAfter(Longest));

    /// <summary>Gets the token that ends what is under way.</summary>
    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        registration.Dispose();
        source.Dispose();
    }
}
