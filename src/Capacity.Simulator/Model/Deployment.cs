namespace Capacity.Simulator.Model;

/// <summary>One change of one app that Marathon carries out.</summary>
/// <param name="Id">Its id.</param>
/// <param name="App">The app.</param>
/// <param name="Version">The version that it brings.</param>
internal sealed record Deployment(string Id, AppState App, DateTimeOffset Version);
