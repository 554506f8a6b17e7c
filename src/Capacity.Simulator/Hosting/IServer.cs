using Microsoft.AspNetCore.Http;

namespace Capacity.Simulator.Hosting;

/// <summary>One server of the cluster that speaks HTTP.</summary>
internal interface IServer
{
    Task AnswerAsync(HttpContext context);

    /// <summary>Says whether its process runs, so that clients get a connection.</summary>
    bool IsUp();
}
