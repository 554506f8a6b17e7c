-- What is remembered of agents, so that one that is in no list any more keeps its name.
-- Times are microseconds since 1970 in UTC; CPU is in billionths of a core, memory and disk in bytes.
CREATE TABLE agent (
    hostname TEXT NOT NULL,
    port INTEGER NOT NULL,
    agent_id TEXT NOT NULL,
    address_host TEXT,
    address_port INTEGER,
    state TEXT NOT NULL,
    cpu_nano_cores INTEGER,
    memory_bytes INTEGER,
    disk_bytes INTEGER,
    gpus INTEGER,
    zone TEXT,
    rack TEXT,
    version TEXT,
    first_seen_us INTEGER NOT NULL,
    last_seen_us INTEGER NOT NULL,
    PRIMARY KEY (hostname, port)
) STRICT, WITHOUT ROWID;

CREATE TABLE agent_attribute (
    hostname TEXT NOT NULL,
    port INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (hostname, port, name),
    FOREIGN KEY (hostname, port) REFERENCES agent (hostname, port) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
