-- Files of counties and what they would change; boarding points that counties use.

CREATE TABLE intake_import (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_name   text NOT NULL CHECK (file_name <> ''),
    file        bytea NOT NULL,
    uploaded_by text NOT NULL CHECK (uploaded_by <> ''),
    counties    text[],
    uploaded_at timestamptz NOT NULL,
    state       text NOT NULL CHECK (state IN ('READING', 'READ', 'REFUSED', 'DONE')),
    touched_at  timestamptz NOT NULL,
    kind        text CHECK (kind IN ('XLSX', 'XLS', 'CSV', 'JSON')),
    rows_read   integer NOT NULL DEFAULT 0 CHECK (rows_read >= 0),
    refusal     text,
    detail      text,
    notes       text[] NOT NULL DEFAULT '{}',
    applied_at  timestamptz,
    applied_by  text,
    CHECK ((state = 'REFUSED') = (refusal IS NOT NULL)),
    CHECK ((state = 'DONE') = (applied_at IS NOT NULL))
);
COMMENT ON TABLE intake_import IS 'Files of groups as they were uploaded; the file is kept so that problems can be marked in it';
COMMENT ON COLUMN intake_import.counties IS 'that the uploader may register for; null: all. Whoever has others does not see it';
COMMENT ON COLUMN intake_import.touched_at IS 'while it is read: last progress. What has not been touched for a while is taken up anew';
COMMENT ON COLUMN intake_import.notes IS 'sheets that were passed over and columns that are not read';
CREATE INDEX intake_import_uploaded_at ON intake_import (uploaded_at);

CREATE TABLE intake_row (
    import     bigint NOT NULL REFERENCES intake_import (id) ON DELETE CASCADE,
    number     integer NOT NULL CHECK (number >= 1),
    state      text NOT NULL CHECK (state IN
               ('NEW', 'CHANGED', 'REQUEST', 'UNCHANGED', 'PROBLEM', 'WITHDRAWN', 'IGNORED')),
    county     text,
    group_id   text,
    content    jsonb NOT NULL,
    taken      boolean NOT NULL DEFAULT false,
    PRIMARY KEY (import, number)
);
COMMENT ON TABLE intake_row IS 'What was understood of each row, compared with what was registered when it was read';
COMMENT ON COLUMN intake_row.number IS '1, 2, 3, … in the order of the file; rows that the file lacks come last';
COMMENT ON COLUMN intake_row.taken IS 'it has been applied, or was registered like that already when the file was';
CREATE INDEX intake_row_state ON intake_row (import, state, number);
CREATE INDEX intake_row_taken ON intake_row (county, group_id) WHERE taken;

CREATE TABLE boarding_point (
    county  text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    place   text NOT NULL REFERENCES place (id),
    used_at timestamptz NOT NULL,
    PRIMARY KEY (county, place)
);
COMMENT ON TABLE boarding_point IS 'Places that a county has used or set itself: kept for next time';
