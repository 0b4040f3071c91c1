-- A bit that is turned over to see that the store commits. No count and no time: neither says when anybody came.

CREATE TABLE heartbeat (
    name text NOT NULL PRIMARY KEY CHECK (name IN ('form')),
    beat {{int}} NOT NULL CHECK (beat IN (0, 1))
){{keyed}};
