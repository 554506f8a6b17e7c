using System.CommandLine;
using Capacity.Cli.Serving;

namespace Capacity.Cli.RightSizing;

/// <summary>Which service to ask: by its address, or by the configuration it was started with.</summary>
internal sealed class ServiceOptions
{
    private const string Usual = "http://127.0.0.1:8050";

    private readonly Option<string?> url = new("--url") { Description = $"The address of a running service; without it and --config, {Usual}.", HelpName = "URL" };
    private readonly Option<string?> config = new("--config") { Description = "The configuration of a running service, in place of its address.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Options.Add(url);
        command.Options.Add(config);
    }

    /// <summary>Opens a connection.</summary>
    /// <exception cref="UserErrorException">The options make no address.</exception>
    public ServiceClient Connect(ParseResult result)
    {
        if (result.GetValue(config) is { } file)
        {
            return result.GetValue(url) is null ? new(ServeCommand.Load(file).Listen) : throw new UserErrorException("Give --url or --config, not both.");
        }

        var text = result.GetValue(url) ?? Usual;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new(address)
            : throw new UserErrorException($"--url: '{text}' is no address: write {Usual}.");
    }
}
