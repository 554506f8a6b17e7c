-- Demands hour by hour and day by day, forecasts as they were made, and what people plan.
-- Times are microseconds since 1970 in UTC; cores, bytes and GPUs are means and need not be whole, and null where they are not known.
CREATE TABLE demand_cut (
    id INTEGER PRIMARY KEY,
    level TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (level, name)
) STRICT;

CREATE TABLE demand (
    step TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    cut INTEGER NOT NULL REFERENCES demand_cut (id),
    looks INTEGER NOT NULL,
    total_cores REAL,
    total_memory REAL,
    total_disk REAL,
    total_gpus REAL,
    allocated_cores REAL,
    allocated_memory REAL,
    allocated_disk REAL,
    allocated_gpus REAL,
    used_cores REAL,
    used_memory REAL,
    PRIMARY KEY (step, at_us, cut)
) STRICT, WITHOUT ROWID;

CREATE TABLE forecast_series (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- Courses are a row of 32-bit floating point numbers each, the least significant byte first.
CREATE TABLE forecast (
    series INTEGER NOT NULL REFERENCES forecast_series (id),
    made_us INTEGER NOT NULL,
    start_us INTEGER NOT NULL,
    step_us INTEGER NOT NULL,
    p10 BLOB NOT NULL,
    p50 BLOB NOT NULL,
    p90 BLOB NOT NULL,
    PRIMARY KEY (series, made_us, start_us, step_us)
) STRICT;

-- What was found last of each capacity that runs out: only those that somebody is to be told of.
CREATE TABLE run_out (
    series TEXT PRIMARY KEY,
    level TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE planned_event (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    day INTEGER NOT NULL,
    kind TEXT NOT NULL,
    level TEXT NOT NULL,
    cut TEXT NOT NULL,
    growth REAL,
    cores REAL,
    memory REAL,
    disk REAL,
    gpus REAL,
    machines INTEGER NOT NULL,
    shape_nano_cores INTEGER NOT NULL,
    shape_memory INTEGER NOT NULL,
    shape_disk INTEGER NOT NULL,
    shape_gpus INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
