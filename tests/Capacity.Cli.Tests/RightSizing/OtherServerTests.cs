using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Capacity.Cli.Tests.RightSizing;

/// <summary>Commands that ask a service, given the address of another server: one that answers with JSON of its own, and knows no packing.</summary>
public sealed class OtherServerTests : IAsyncLifetime
{
    private readonly WebApplication server;

    public OtherServerTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(context =>
        {
            context.Response.StatusCode = context.Request.Path.Value!.Contains("packing", StringComparison.Ordinal) ? 404 : 200;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("""[{"a":1}]""");
        });
    }

    public async ValueTask InitializeAsync() => await server.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("is no Capacity service", "checks")]
    [InlineData("is no Capacity service", "forecast")]
    [InlineData("is no Capacity service", "incidents", "show", "3")]
    [InlineData("is no Capacity service", "receivers", "test", "pager")]
    [InlineData("is no Capacity service", "change", "end", "c1")]
    [InlineData("is no Capacity service", "silence", "list")]
    [InlineData("is no Capacity service", "rightsize")]
    [InlineData("is no Capacity service", "shapes")]
    [InlineData("answered HTTP 404: is it the address of a Capacity service?", "pack")]
    public async Task Command_AnotherServer_SaysSoInOneLine(string expected, params string[] arguments)
    {
        var run = await Run.Async([.. arguments, "--url", server.Urls.Single()]);

        Assert.Equal((ExitCodes.Failed, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, Assert.Single(run.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }
}
