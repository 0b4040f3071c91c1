-- A second person signs what goes to a reporter past the first round, and what the source unit said: here too, whatever the program says.

-- sqlite:
CREATE TRIGGER event_message_by_two BEFORE INSERT ON event
WHEN NEW.verb = 'message-signed' AND NOT EXISTS (
    SELECT 1 FROM event WHERE thread_id = NEW.thread_id AND verb = 'message-proposed' AND n < NEW.n
        AND person = NEW.cosigner_person AND certificate = NEW.cosigner_certificate)
BEGIN
    SELECT RAISE(ABORT, 'a message is signed by another person than who wrote it');
END;
CREATE TRIGGER event_review_by_two BEFORE INSERT ON event
WHEN NEW.verb = 'source-reviewed' AND NOT EXISTS (
    SELECT 1 FROM event WHERE thread_id = NEW.thread_id AND verb = 'review-asked' AND n < NEW.n
        AND person = NEW.cosigner_person AND certificate = NEW.cosigner_certificate)
BEGIN
    SELECT RAISE(ABORT, 'a review is recorded by another person than who asked for it');
END;
CREATE TRIGGER reply_by_two BEFORE INSERT ON reply
WHEN NEW.round > 1 + (SELECT count(*) FROM event WHERE thread_id = NEW.thread_id AND verb = 'message-signed')
BEGIN
    SELECT RAISE(ABORT, 'a second round is signed by a second person');
END;
-- postgres:
CREATE FUNCTION heed_message_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM event WHERE thread_id = NEW.thread_id AND verb = 'message-proposed' AND n < NEW.n
            AND person = NEW.cosigner_person AND certificate = NEW.cosigner_certificate)
    THEN
        RAISE EXCEPTION 'a message is signed by another person than who wrote it';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER event_message_by_two BEFORE INSERT ON event FOR EACH ROW
WHEN (NEW.verb = 'message-signed')
EXECUTE FUNCTION heed_message_by_two();
CREATE FUNCTION heed_review_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM event WHERE thread_id = NEW.thread_id AND verb = 'review-asked' AND n < NEW.n
            AND person = NEW.cosigner_person AND certificate = NEW.cosigner_certificate)
    THEN
        RAISE EXCEPTION 'a review is recorded by another person than who asked for it';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER event_review_by_two BEFORE INSERT ON event FOR EACH ROW
WHEN (NEW.verb = 'source-reviewed')
EXECUTE FUNCTION heed_review_by_two();
CREATE FUNCTION heed_reply_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.round > 1 + (SELECT count(*) FROM event WHERE thread_id = NEW.thread_id AND verb = 'message-signed') THEN
        RAISE EXCEPTION 'a second round is signed by a second person';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER reply_by_two BEFORE INSERT ON reply FOR EACH ROW
EXECUTE FUNCTION heed_reply_by_two();
-- end
