using System.CommandLine;
using Capacity.Cli.Serving;
using Capacity.Mesos.Collection;
using Capacity.Mesos.Http;
using Capacity.Server.Configuration;

namespace Capacity.Cli.RightSizing;

/// <summary>Which service to ask: by its address, or by the configuration it was started with. With that, what it has stored answers where it does not run.</summary>
/// <param name="needsRunning">Whether only a service that runs can answer: what is asked for is done by it, or lives in it.</param>
internal sealed class ServiceOptions(bool needsRunning = false)
{
    /// <summary>How to say who one is.</summary>
    public const string Authentication = "--service-auth-file with user:password or Bearer TOKEN in it, or CAPACITY_SERVICE_AUTH in the environment";

    private const string Usual = "http://127.0.0.1:8050";

    private readonly Option<string?> url = new("--url") { Description = $"The address of a running service; without it and --config, {Usual}.", HelpName = "URL" };
    private readonly Option<string?> config = new("--config")
    {
        Description = needsRunning
            ? "The configuration of a running service, in place of its address."
            : "The configuration of a service, in place of its address; where it does not run, what it has stored is asked.",
        HelpName = "FILE",
    };

    private readonly Option<string?> auth = new("--service-auth-file")
    {
        Description = "A file with what the proxy at --url asks for: user:password or Bearer TOKEN. Also from the environment: CAPACITY_SERVICE_AUTH.",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(url);
        command.Options.Add(auth);
        command.Options.Add(config);
    }

    /// <summary>Opens a connection.</summary>
    /// <exception cref="UserErrorException">The options make no address, or nothing can stand in for the service.</exception>
    public async Task<ServiceClient> ConnectAsync(ParseResult result, TimeProvider time, CancellationToken cancellationToken)
    {
        if (result.GetValue(config) is { } file)
        {
            return result.GetValue(url) is null
                ? await ConnectAsync(ServeCommand.Load(file), time, result.InvocationConfiguration.Error, cancellationToken)
                : throw new UserErrorException("Give --url or --config, not both.");
        }

        var text = result.GetValue(url) ?? Usual;
        var reader = new AddressReader();
        var credentials = reader.Credentials("--service-auth-file", result.GetValue(auth), "CAPACITY_SERVICE_AUTH");
        return reader.Faults is [var fault, ..] ? throw new UserErrorException(fault)
            : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? Client(address, credentials)
            : throw new UserErrorException($"--url: '{text}' is no address: write {Usual}.");
    }

    private ServiceClient Client(Uri address, HttpCredentials? credentials = null) => new(address) { OnlyRunning = needsRunning, Credentials = credentials };

    private async Task<ServiceClient> ConnectAsync(ServiceConfiguration configuration, TimeProvider time, TextWriter error, CancellationToken cancellationToken)
    {
        // Nobody finds a service that chose its port itself.
        if (configuration.Listen.Port != 0)
        {
            var client = Client(configuration.Listen);
            if (needsRunning || await client.AnswersAsync(cancellationToken))
            {
                return client;
            }

            await client.DisposeAsync();
        }

        if (needsRunning)
        {
            throw new UserErrorException("web.listen has port 0, so that the service chose its port itself: name it with --url.");
        }

        await error.WriteLineAsync($"No service answers at {configuration.Listen}: this is from what it has stored in {configuration.DataFolder}, and one look at the cluster.");
        var standIn = await StandIn.StartAsync(configuration, time, cancellationToken);
        return new(standIn.Address, standIn);
    }
}
