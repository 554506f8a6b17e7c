using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Incidents;
using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Silences;
using Capacity.Core.Checks;
using Capacity.Core.Inventory;
using Capacity.Core.Packing.History;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Keeping;
using Capacity.Core.Planning.Forecasting.Plans;
using Capacity.Core.RightSizing.Recording;
using Capacity.Core.RightSizing.Tracking;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Capacity.Storage.State.Sqlite;

/// <summary>The service's state in one SQLite file. What a method has stored outlives a power failure when it returns.</summary>
public sealed class SqliteState : IDisposable
{
    private const int BusySeconds = 10;
    private readonly string connectionString;

    private SqliteState(string connectionString)
    {
        this.connectionString = connectionString;
        Kept = new(this);
        Inventory = new SqliteInventoryStore(this);
        Profiles = new SqliteProfileStore(this);
        Advice = new SqliteAdviceStore(this);
        Packing = new SqlitePackingHistory(this);
        Alerts = new SqliteAlertStore(this);
        Silences = new SqliteSilenceStore(this);
        Demand = new SqliteDemandStore(this);
        Forecasts = new SqliteForecastStore(this);
        Plans = new SqlitePlanStore(this);
        Incidents = new SqliteIncidentStore(this);
        Notices = new SqliteNoticeLog(this);
        Paging = new SqlitePagingStore(this);
        Checks = new SqliteCheckStore(this);
    }

    /// <summary>Gets what is remembered of agents.</summary>
    public IInventoryStore Inventory { get; }

    /// <summary>Gets what apps used, day by day.</summary>
    public IProfileStore Profiles { get; }

    /// <summary>Gets what was advised, and what owners said to it.</summary>
    public IAdviceStore Advice { get; }

    /// <summary>Gets how well the cluster was packed over time.</summary>
    public IPackingHistory Packing { get; }

    /// <summary>Gets the alerts that fire or ended lately.</summary>
    public IAlertStore Alerts { get; }

    /// <summary>Gets the silences.</summary>
    public ISilenceStore Silences { get; }

    /// <summary>Gets what was demanded over time.</summary>
    public IDemandStore Demand { get; }

    /// <summary>Gets the forecasts that were made.</summary>
    public IForecastStore Forecasts { get; }

    /// <summary>Gets what people plan.</summary>
    public IPlanStore Plans { get; }

    /// <summary>Gets the incidents.</summary>
    public IIncidentStore Incidents { get; }

    /// <summary>Gets what was decided to be told.</summary>
    public INoticeLog Notices { get; }

    /// <summary>Gets what was decided to be told of incidents, and what became of it.</summary>
    public IPagingStore Paging { get; }

    /// <summary>Gets what checks wait with.</summary>
    public ICheckStore Checks { get; }

    /// <summary>Gets what large transactions take turns by. SQLite has one writer, and lets others sleep and try again: in a storm for seconds.</summary>
    internal Lock Writing { get; } = new();

    /// <summary>Gets the connection for alerts and what is decided on them.</summary>
    internal KeptConnection Kept { get; }

    /// <summary>Opens the file, which is made where it is missing, and brings it to this program's version.</summary>
    public static Task<StateOpening> OpenAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(time);
        return Task.Run(() => Open(path, time, Migrations.Read()), cancellationToken);
    }

    /// <summary>Closes connections that are kept for later.</summary>
    public void Dispose()
    {
        Kept.Dispose();
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    internal static StateOpening Open(string path, TimeProvider time, IReadOnlyList<Migration> steps)
    {
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(path),
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
        }.ToString();
        var state = new SqliteState(connectionString);
        try
        {
            using var connection = state.Connect();
            return (Check(connection) ?? Migrator.Apply(connection, steps, time)) is { } reason
                ? Refuse(reason)
                : new StateOpening.Opened(state);
        }
        catch (SqliteException e)
        {
            return Refuse(e.Message);
        }

        StateOpening.Refused Refuse(string reason)
        {
            state.Dispose();
            return new($"Cannot keep state in '{path}': {reason}");
        }
    }

    /// <summary>Opens a connection with the settings that every connection needs.</summary>
    internal SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout = {BusySeconds * 1000}; PRAGMA journal_mode = wal; PRAGMA synchronous = full;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Looks for damage. SQLite would go on with a damaged file until it stumbles.</summary>
    private static string? Check(SqliteConnection connection) =>
        connection.ExecuteScalar<string>("PRAGMA quick_check(1)") is { } finding and not "ok"
            ? $"it is damaged ({finding}). Restore a copy, or move it away to begin anew."
            : null;
}
