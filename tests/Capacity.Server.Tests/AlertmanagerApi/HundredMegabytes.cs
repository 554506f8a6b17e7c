using System.Net;
using System.Text;

namespace Capacity.Server.Tests.AlertmanagerApi;

/// <summary>A body of a hundred megabytes of nothing, whose length nobody is told.</summary>
internal sealed class HundredMegabytes : HttpContent
{
    public HundredMegabytes() => Headers.ContentType = new("application/json");

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var piece = Encoding.UTF8.GetBytes(new string(' ', 1_000_000));
        try
        {
            for (var i = 0; i < 100; i++)
            {
                await stream.WriteAsync(piece, TestContext.Current.CancellationToken);
            }
        }
        catch (IOException)
        {
            // The service has answered, and listens no more.
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
