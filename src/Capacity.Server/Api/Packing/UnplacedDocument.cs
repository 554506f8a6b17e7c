namespace Capacity.Server.Api.Packing;

/// <summary>Instances of an app that find no place.</summary>
/// <param name="Framework">The framework that runs it.</param>
/// <param name="App">The app.</param>
/// <param name="Instances">How many instances.</param>
/// <param name="Reason">Why.</param>
public sealed record UnplacedDocument(string Framework, string App, int Instances, string Reason);
