namespace Capacity.Server.Configuration;

/// <summary>Where received alerts are written down, to be replayed.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="MaxBytes">How large one file may become before the next is begun.</param>
/// <param name="Files">How many full files are kept.</param>
public sealed record ReceivedLogSettings(string Folder, long MaxBytes, int Files);
