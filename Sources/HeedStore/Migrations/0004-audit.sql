-- One hash chain per writer, its rows sealed; see Docs/formats/audit.md.

CREATE TABLE audit (
    writer text NOT NULL CHECK (length(writer) BETWEEN 1 AND 64),
    n {{int}} NOT NULL CHECK (n >= 1),
    batch {{int}} NOT NULL CHECK (batch >= 0),
    hash {{blob}} NOT NULL CHECK (length(hash) = 32),
    box {{blob}} NOT NULL,
    PRIMARY KEY (writer, n)
){{keyed}};

-- The key of the rows from first_n on, sealed to the audit recipient.
CREATE TABLE audit_key (
    writer text NOT NULL CHECK (length(writer) BETWEEN 1 AND 64),
    first_n {{int}} NOT NULL CHECK (first_n >= 1),
    file {{blob}} NOT NULL,
    PRIMARY KEY (writer, first_n)
){{keyed}};

-- sqlite:
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'an audit row is never changed');
END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'an audit row is never deleted');
END;
CREATE TRIGGER audit_key_no_update BEFORE UPDATE ON audit_key
BEGIN
    SELECT RAISE(ABORT, 'an audit key is never changed');
END;
CREATE TRIGGER audit_key_no_delete BEFORE DELETE ON audit_key
BEGIN
    SELECT RAISE(ABORT, 'an audit key is never deleted');
END;
-- postgres:
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit FOR EACH ROW
EXECUTE FUNCTION heed_refuse('an audit row is never changed');
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit FOR EACH ROW
EXECUTE FUNCTION heed_refuse('an audit row is never deleted');
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT
EXECUTE FUNCTION heed_refuse('an audit row is never deleted');
CREATE TRIGGER audit_key_no_update BEFORE UPDATE ON audit_key FOR EACH ROW
EXECUTE FUNCTION heed_refuse('an audit key is never changed');
CREATE TRIGGER audit_key_no_delete BEFORE DELETE ON audit_key FOR EACH ROW
EXECUTE FUNCTION heed_refuse('an audit key is never deleted');
CREATE TRIGGER audit_key_no_truncate BEFORE TRUNCATE ON audit_key FOR EACH STATEMENT
EXECUTE FUNCTION heed_refuse('an audit key is never deleted');
-- end
