-- What people think of the site: sealed, kept by a random key, and gone once read. No thread, no code, no time but the batch.

CREATE TABLE feedback (
    feedback_id {{blob}} NOT NULL PRIMARY KEY CHECK (length(feedback_id) = 16),
    batch {{int}} NOT NULL CHECK (batch >= 0),
    epoch {{int}} NOT NULL CHECK (epoch >= 1),
    format {{int}} NOT NULL CHECK (format >= 1),
    file {{blob}} NOT NULL CHECK (length(file) > 0)
){{keyed}};
