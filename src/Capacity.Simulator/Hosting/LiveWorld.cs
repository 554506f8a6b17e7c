using Capacity.Simulator.Model;

namespace Capacity.Simulator.Hosting;

/// <summary>A world that follows a clock. Thread-safe.</summary>
/// <param name="world">The world; nobody else may use it.</param>
/// <param name="time">The clock.</param>
internal sealed class LiveWorld(World world, TimeProvider time)
{
    private readonly Lock gate = new();

    public TimeProvider Time => time;

    /// <summary>Looks at the world as it is now. What is returned must not change later.</summary>
    public T Read<T>(Func<World, T> look)
    {
        lock (gate)
        {
            world.Timeline.AdvanceTo(time.GetUtcNow());
            return look(world);
        }
    }

    public void Change(Action<World> change) => Read(w =>
    {
        change(w);
        return 0;
    });
}
