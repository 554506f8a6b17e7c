namespace Capacity.Simulator.Replay;

/// <summary>There is nothing to replay.</summary>
public sealed class EmptyRecordingException() : Exception("The recording holds no exchanges.");
