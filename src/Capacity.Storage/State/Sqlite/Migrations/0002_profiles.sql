-- What apps used, day by day; the bytes are those of ProfileCodec. Days count from 1 January of the year 1; times are microseconds since 1970 in UTC.
CREATE TABLE app (
    id INTEGER PRIMARY KEY,
    framework TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (framework, name)
) STRICT;

CREATE TABLE profile (
    app INTEGER NOT NULL REFERENCES app (id),
    day INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (app, day)
) STRICT;

CREATE INDEX profile_day ON profile (day);

-- One row: the last collection that is in the profiles.
CREATE TABLE profile_covered (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    until_us INTEGER NOT NULL
) STRICT;

CREATE TABLE app_event (
    framework TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    noted_us INTEGER NOT NULL,
    PRIMARY KEY (framework, name, kind, key)
) STRICT, WITHOUT ROWID;
