using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Silences;

/// <summary>Every silence that is remembered. Safe from several threads; nobody sees half of a change.</summary>
public sealed class SilenceBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, Silence> silences = [];

    /// <summary>Gets a number that grows with each change.</summary>
    public long Version { get; private set; }

    /// <summary>Lists all of them, in no order.</summary>
    public IReadOnlyList<Silence> All
    {
        get
        {
            lock (gate)
            {
                return [.. silences.Values];
            }
        }
    }

    /// <summary>Finds one; <see langword="null"/> where there is none of that name.</summary>
    public Silence? Find(Guid id)
    {
        lock (gate)
        {
            return silences.GetValueOrDefault(id);
        }
    }

    /// <summary>Puts silences in, in the place of those of the same names.</summary>
    public void Put(IReadOnlyCollection<Silence> changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        lock (gate)
        {
            foreach (var silence in changed)
            {
                silences[silence.Id] = silence;
            }

            Version++;
        }
    }

    /// <summary>Forgets silences that ended before a time.</summary>
    /// <returns>How many.</returns>
    public int DropEndedBefore(DateTimeOffset time)
    {
        lock (gate)
        {
            var old = silences.Values.Where(s => s.EndsAt < time).Select(s => s.Id).ToList();
            old.ForEach(id => silences.Remove(id));
            return old.Count;
        }
    }

    /// <summary>Lists the silences that hold at a time, the next to end first.</summary>
    public ActiveSilences At(DateTimeOffset now) => new([.. All.Where(s => s.StateAt(now) == SilenceState.Active).OrderBy(s => s.EndsAt)]);
}
