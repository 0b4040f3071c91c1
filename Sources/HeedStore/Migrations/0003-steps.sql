-- What officers did, step by step. Two-person rules hold here whatever the program says.

CREATE TABLE event (
    step_id {{blob}} NOT NULL PRIMARY KEY CHECK (length(step_id) = 16),
    thread_id {{blob}} NOT NULL REFERENCES thread (thread_id),
    n {{int}} NOT NULL CHECK (n >= 1),
    item {{int}} NOT NULL CHECK (item BETWEEN 0 AND 255),
    verb text NOT NULL CHECK (length(verb) BETWEEN 1 AND 32),
    role text NOT NULL CHECK (length(role) > 0),
    certificate {{blob}} NOT NULL CHECK (length(certificate) = 32),
    person text NOT NULL CHECK (length(person) > 0),
    cosigner_certificate {{blob}} CHECK (length(cosigner_certificate) = 32),
    cosigner_person text,
    batch {{int}} NOT NULL CHECK (batch >= 0),
    object_id {{blob}},
    CONSTRAINT event_cosigner_whole CHECK ((cosigner_certificate IS NULL) = (cosigner_person IS NULL)),
    CONSTRAINT event_two_persons CHECK (cosigner_person IS NULL OR cosigner_person <> person),
    CONSTRAINT event_needs_cosigner
        CHECK (verb NOT IN ('authorised', 'confirmed', 'ratified') OR cosigner_person IS NOT NULL)
){{keyed}};

CREATE UNIQUE INDEX event_thread ON event (thread_id, n);

-- sqlite:
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN
    SELECT RAISE(ABORT, 'a step is never changed');
END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'a step is never deleted');
END;
CREATE TRIGGER event_researched_first BEFORE INSERT ON event
WHEN NEW.verb = 'authorised' AND NOT EXISTS (
    SELECT 1 FROM event WHERE thread_id = NEW.thread_id AND verb = 'researched' AND n < NEW.n)
BEGIN
    SELECT RAISE(ABORT, 'nothing is authorised before it is researched');
END;
-- postgres:
CREATE TRIGGER event_no_update BEFORE UPDATE ON event FOR EACH ROW
EXECUTE FUNCTION heed_refuse('a step is never changed');
CREATE TRIGGER event_no_delete BEFORE DELETE ON event FOR EACH ROW
EXECUTE FUNCTION heed_refuse('a step is never deleted');
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON event FOR EACH STATEMENT
EXECUTE FUNCTION heed_refuse('a step is never deleted');
CREATE FUNCTION heed_researched_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM event WHERE thread_id = NEW.thread_id AND verb = 'researched' AND n < NEW.n)
    THEN
        RAISE EXCEPTION 'nothing is authorised before it is researched';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER event_researched_first BEFORE INSERT ON event FOR EACH ROW
WHEN (NEW.verb = 'authorised')
EXECUTE FUNCTION heed_researched_first();
-- end
