namespace Capacity.Core.RightSizing.Recording;

/// <summary>What happens to an app that its samples do not tell.</summary>
public enum AppEventKind
{
    /// <summary>An instance was killed for its memory; the key is the task's id.</summary>
    MemoryKill,

    /// <summary>The app's definition changed otherwise than in its number of instances; the key is the new version.</summary>
    Version,
}
