-- Before each look at online material, and on every page that speaks of one, the desk asks how often one person has looked of late. Few
-- steps are in this index, and nothing else is read.
CREATE INDEX event_look ON event (person, batch) WHERE verb = 'looked';

-- What an administrator asked for beside the role, as names of compartments with a space between: the certificate names them.
ALTER TABLE staff_request ADD COLUMN permissions text NOT NULL DEFAULT '';
