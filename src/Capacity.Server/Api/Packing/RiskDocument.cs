namespace Capacity.Server.Api.Packing;

/// <summary>An app that one failure takes below its quorum.</summary>
/// <param name="Framework">The framework that runs it.</param>
/// <param name="App">The app.</param>
/// <param name="Instances">How many instances run.</param>
/// <param name="Quorum">How many have to live on.</param>
/// <param name="Level">host, rack or zone.</param>
/// <param name="Domain">The host, rack or zone.</param>
/// <param name="There">How many instances are there.</param>
public sealed record RiskDocument(string Framework, string App, int Instances, int Quorum, string Level, string Domain, int There);
