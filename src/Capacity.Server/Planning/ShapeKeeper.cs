using Capacity.Core.Planning.Shapes;
using Capacity.Server.Live;
using Capacity.Server.Packing;

namespace Capacity.Server.Planning;

/// <summary>Advises on machines for the latest picture, one question at a time, and keeps the last answer: a page that renews itself asks the same again and again.</summary>
public sealed class ShapeKeeper(ClusterWatch watch, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private (string Asked, ShapeAdvice Advice)? last;

    /// <summary>Gets advice that is no older than a packing report may be.</summary>
    /// <param name="shapes">The shapes to compare; none for the usual ones.</param>
    /// <param name="machines">How many machines of each are added, 1 or more.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns><see langword="null"/> before the first collection.</returns>
    public async Task<ShapeAdvice?> AdviseAsync(IReadOnlyList<MachineShape> shapes, int machines, CancellationToken cancellationToken)
    {
        if (watch.Latest is not { Picture: { } picture })
        {
            return null;
        }

        await one.WaitAsync(cancellationToken);
        try
        {
            var asked = $"{machines} {string.Join(' ', shapes)}";
            if (last is var (known, advice) && known == asked && (advice.At == picture.TakenAt || time.GetUtcNow() - advice.At < PackingKeeper.Interval))
            {
                return advice;
            }

            advice = await Task.Run(() => ShapeAdvisor.Advise(picture, shapes, machines, 1, cancellationToken), cancellationToken);
            last = (asked, advice);
            return advice;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();
}
