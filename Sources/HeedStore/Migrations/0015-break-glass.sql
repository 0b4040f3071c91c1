-- Every page of the desk asks which break-glass nobody has reviewed yet. Few steps are in this index, and nothing else is read.
CREATE INDEX event_glass ON event (thread_id, verb) WHERE verb IN ('glass-broken', 'glass-reviewed');
