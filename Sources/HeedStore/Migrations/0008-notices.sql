-- What the desk says to everybody on the public site. Public words, so in clear; their moments are exact, because they
-- are published with them. Rows are only ever added: withdrawing a notice is a row of its own, and each change has the
-- next number, so that one cheap question tells whether anything is new.

CREATE TABLE notice (
    version {{int}} NOT NULL PRIMARY KEY CHECK (version >= 1),
    notice_id {{blob}} NOT NULL CHECK (length(notice_id) = 16),
    kind text NOT NULL CHECK (kind IN ('information', 'incident')),
    starts {{int}} NOT NULL CHECK (starts >= 0),
    ends {{int}} NOT NULL,
    words text NOT NULL CHECK (length(words) BETWEEN 2 AND 65536),
    CONSTRAINT notice_ends_after_start CHECK (ends > starts)
){{keyed}};

CREATE UNIQUE INDEX notice_id ON notice (notice_id);

CREATE TABLE notice_withdrawal (
    version {{int}} NOT NULL PRIMARY KEY CHECK (version >= 1),
    notice_id {{blob}} NOT NULL REFERENCES notice (notice_id)
){{keyed}};

CREATE UNIQUE INDEX notice_withdrawal_id ON notice_withdrawal (notice_id);

-- The last row counts. Without a level: none is shown.
CREATE TABLE threat_level (
    version {{int}} NOT NULL PRIMARY KEY CHECK (version >= 1),
    level text CHECK (level IN ('low', 'moderate', 'substantial', 'severe', 'critical')),
    as_of text CHECK (length(as_of) = 10),
    CONSTRAINT threat_level_whole CHECK ((level IS NULL) = (as_of IS NULL))
){{keyed}};

-- The change that the public site shows, as it says itself.
CREATE TABLE notice_shown (
    name text NOT NULL PRIMARY KEY CHECK (name IN ('public')),
    version {{int}} NOT NULL CHECK (version >= 0)
){{keyed}};

-- sqlite:
CREATE TRIGGER notice_no_update BEFORE UPDATE ON notice
BEGIN
    SELECT RAISE(ABORT, 'a notice is never changed');
END;
CREATE TRIGGER notice_no_delete BEFORE DELETE ON notice
BEGIN
    SELECT RAISE(ABORT, 'a notice is never deleted');
END;
CREATE TRIGGER notice_withdrawal_no_update BEFORE UPDATE ON notice_withdrawal
BEGIN
    SELECT RAISE(ABORT, 'a withdrawal is never changed');
END;
CREATE TRIGGER notice_withdrawal_no_delete BEFORE DELETE ON notice_withdrawal
BEGIN
    SELECT RAISE(ABORT, 'a withdrawal is never deleted');
END;
CREATE TRIGGER threat_level_no_update BEFORE UPDATE ON threat_level
BEGIN
    SELECT RAISE(ABORT, 'a threat level is never changed');
END;
CREATE TRIGGER threat_level_no_delete BEFORE DELETE ON threat_level
BEGIN
    SELECT RAISE(ABORT, 'a threat level is never deleted');
END;
-- postgres:
CREATE TRIGGER notice_no_update BEFORE UPDATE ON notice FOR EACH ROW
EXECUTE FUNCTION heed_refuse('a notice is never changed');
CREATE TRIGGER notice_no_delete BEFORE DELETE ON notice FOR EACH ROW
EXECUTE FUNCTION heed_refuse('a notice is never deleted');
CREATE TRIGGER notice_no_truncate BEFORE TRUNCATE ON notice FOR EACH STATEMENT
EXECUTE FUNCTION heed_refuse('a notice is never deleted');
CREATE TRIGGER notice_withdrawal_no_update BEFORE UPDATE ON notice_withdrawal FOR EACH ROW
EXECUTE FUNCTION heed_refuse('a withdrawal is never changed');
CREATE TRIGGER notice_withdrawal_no_delete BEFORE DELETE ON notice_withdrawal FOR EACH ROW
EXECUTE FUNCTION heed_refuse('a withdrawal is never deleted');
CREATE TRIGGER notice_withdrawal_no_truncate BEFORE TRUNCATE ON notice_withdrawal FOR EACH STATEMENT
EXECUTE FUNCTION heed_refuse('a withdrawal is never deleted');
CREATE TRIGGER threat_level_no_update BEFORE UPDATE ON threat_level FOR EACH ROW
EXECUTE FUNCTION heed_refuse('a threat level is never changed');
CREATE TRIGGER threat_level_no_delete BEFORE DELETE ON threat_level FOR EACH ROW
EXECUTE FUNCTION heed_refuse('a threat level is never deleted');
CREATE TRIGGER threat_level_no_truncate BEFORE TRUNCATE ON threat_level FOR EACH STATEMENT
EXECUTE FUNCTION heed_refuse('a threat level is never deleted');
-- end
