-- Alerts that fire or ended lately, and silences. Times are microseconds since 1970 in UTC; labels, annotations and matchers are JSON.
-- Alerts are numbered as they come: a storm of them is written in a row, and no index has to be kept beside it.
CREATE TABLE alert (
    id INTEGER PRIMARY KEY,
    labels TEXT NOT NULL,
    annotations TEXT NOT NULL,
    generator_url TEXT NOT NULL,
    starts_us INTEGER NOT NULL,
    ends_us INTEGER NOT NULL,
    is_timeout INTEGER NOT NULL,
    arrived_us INTEGER NOT NULL,
    first_arrived_us INTEGER NOT NULL,
    is_firing INTEGER NOT NULL,
    claimed_start_us INTEGER,
    sender TEXT NOT NULL
) STRICT;

CREATE TABLE silence (
    id TEXT PRIMARY KEY,
    matchers TEXT NOT NULL,
    starts_us INTEGER NOT NULL,
    ends_us INTEGER NOT NULL,
    updated_us INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    comment TEXT NOT NULL,
    annotations TEXT NOT NULL
) STRICT, WITHOUT ROWID;
