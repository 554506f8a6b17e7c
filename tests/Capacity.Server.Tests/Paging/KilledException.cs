namespace Capacity.Server.Tests.Paging;

/// <summary>Stands for the end of the process: nobody catches it but the test.</summary>
internal sealed class KilledException() : Exception("killed");
