using Capacity.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Capacity.Cli.Tests.RightSizing;

/// <summary>A proxy before the service asks who is there.</summary>
public sealed class ServiceAuthenticationTests : IAsyncLifetime
{
    private readonly string file = Path.GetTempFileName();
    private WebApplication proxy = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        proxy = builder.Build();
        proxy.MapGet("{**path}", context =>
        {
            context.Response.StatusCode = context.Request.Headers.Authorization == "Basic YW5uOnNlY3JldA==" ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
            context.Response.Headers[ServiceMark.Header] = "0.1.0";
            return context.Response.WriteAsync("[]");
        });
        await proxy.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(file);
        return proxy.DisposeAsync();
    }

    [Theory]
    [InlineData("ann:secret", ExitCodes.Ok, "")]
    [InlineData("ann:guess", ExitCodes.Failed, "asks who you are: give --service-auth-file")]
    [InlineData("ann", ExitCodes.BadArguments, "--service-auth-file: expected user:password")]
    public async Task ServiceAuthFile_ProxyThatAsks_IsSentToIt(string content, int exitCode, string error)
    {
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);

        var run = await Run.Async("rightsize", "--url", proxy.Urls.Single(), "--service-auth-file", file, "--output", "json");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(content, run.Error, StringComparison.Ordinal);
    }
}
