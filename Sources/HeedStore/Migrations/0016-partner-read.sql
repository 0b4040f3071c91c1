-- Whether a step has read a partner's answer: so that one nobody has read rings with nobody signed in. Which words, and who
-- sent them, stay sealed; that something was read is in the steps' verbs already.

ALTER TABLE partner_answer ADD COLUMN is_read {{int}} NOT NULL DEFAULT 0 CHECK (is_read IN (0, 1));

-- Of what was there before, that is known where a report has as many such steps as answers. Any other rings once more, until
-- the next step is taken on its report.
UPDATE partner_answer SET is_read = 1 WHERE (
    SELECT count(*) FROM event WHERE event.thread_id = partner_answer.thread_id AND event.verb = 'partner-answered'
) >= (SELECT count(*) FROM partner_answer AS other WHERE other.thread_id = partner_answer.thread_id);

CREATE INDEX partner_answer_unread ON partner_answer (thread_id, object_id) WHERE is_read = 0;

-- sqlite:
CREATE TRIGGER partner_answer_stays_read BEFORE UPDATE OF is_read ON partner_answer
WHEN OLD.is_read = 1 AND NEW.is_read = 0
BEGIN
    SELECT RAISE(ABORT, 'what was read is never unread');
END;
-- postgres:
CREATE TRIGGER partner_answer_stays_read BEFORE UPDATE OF is_read ON partner_answer FOR EACH ROW
WHEN (OLD.is_read = 1 AND NEW.is_read = 0)
EXECUTE FUNCTION heed_refuse('what was read is never unread');
-- end
