namespace Capacity.Simulator;

/// <summary>How the servers of a simulated cluster are told apart.</summary>
public enum BindMode
{
    /// <summary>All are on 127.0.0.1, each on a free port of its own.</summary>
    Ports,

    /// <summary>Each has an address of its own in 127.0.0.0/8 and the port that it would have: 5050, 5051, 8080, 2181.</summary>
    Addresses,
}
