-- What checks of the service itself have found wrong, and not for long enough, as of their last look. Times are microseconds since 1970 in UTC; labels are JSON.
CREATE TABLE check_look (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    looked_us INTEGER NOT NULL
) STRICT;

CREATE TABLE check_pending (
    name TEXT NOT NULL,
    labels TEXT NOT NULL,
    since_us INTEGER NOT NULL,
    PRIMARY KEY (name, labels)
) STRICT, WITHOUT ROWID;
