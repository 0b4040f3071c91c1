-- Statistics of periods that are over: counted once, sealed under the compartment's key, never counted again.

CREATE TABLE frozen_count (
    topic text NOT NULL CHECK (length(topic) BETWEEN 1 AND 48),
    period text NOT NULL CHECK (length(period) = 10),
    compartment text NOT NULL CHECK (length(compartment) BETWEEN 1 AND 64),
    epoch {{int}} NOT NULL CHECK (epoch >= 1),
    batch {{int}} NOT NULL CHECK (batch >= 0),
    box {{blob}} NOT NULL,
    PRIMARY KEY (topic, period)
){{keyed}};

-- The week's review looks for some verbs, and years are counted from some.
CREATE INDEX event_verb ON event (verb, batch, thread_id, n);

-- sqlite:
CREATE TRIGGER frozen_count_no_update BEFORE UPDATE ON frozen_count
BEGIN
    SELECT RAISE(ABORT, 'what was counted is never changed');
END;
CREATE TRIGGER frozen_count_no_delete BEFORE DELETE ON frozen_count
BEGIN
    SELECT RAISE(ABORT, 'what was counted is never deleted');
END;
-- postgres:
CREATE TRIGGER frozen_count_no_update BEFORE UPDATE ON frozen_count FOR EACH ROW
EXECUTE FUNCTION heed_refuse('what was counted is never changed');
CREATE TRIGGER frozen_count_no_delete BEFORE DELETE ON frozen_count FOR EACH ROW
EXECUTE FUNCTION heed_refuse('what was counted is never deleted');
CREATE TRIGGER frozen_count_no_truncate BEFORE TRUNCATE ON frozen_count FOR EACH STATEMENT
EXECUTE FUNCTION heed_refuse('what was counted is never deleted');
-- end
