-- What is true of the whole installation, and the batch that is being filled.

CREATE TABLE installation (
    name text NOT NULL PRIMARY KEY,
    value text NOT NULL
){{keyed}};

-- 'current_batch' is moved by the sequencer alone.
CREATE TABLE clock (
    name text NOT NULL PRIMARY KEY CHECK (name IN ('current_batch')),
    value {{int}} NOT NULL CHECK (value >= 0)
){{keyed}};

-- postgres:
-- Raises its argument: the one function behind every rule that a WHEN clause can state.
CREATE FUNCTION heed_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0];
END
$$;
-- end
