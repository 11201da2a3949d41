-- 冻结报表: tables as they were signed, with the trips behind every figure. Never changed, never deleted.

CREATE TABLE frozen_table (
    template    text NOT NULL CHECK (template <> ''),
    number      integer NOT NULL CHECK (number >= 1),
    version     integer NOT NULL CHECK (version >= 1),
    unit        text NOT NULL CHECK (unit ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6})$'),
    as_of       timestamptz NOT NULL,
    recording   bigint NOT NULL CHECK (recording >= 0),
    rule        text NOT NULL,
    rail        text NOT NULL,
    seat_blocks text NOT NULL,
    title       text NOT NULL CHECK (title <> ''),
    workbook    bytea NOT NULL,
    sha256      text NOT NULL CHECK (sha256 = encode(sha256(workbook), 'hex')),
    notes       text[] NOT NULL,
    checks      jsonb NOT NULL,
    responsible text NOT NULL CHECK (responsible <> ''),
    remark      text CHECK (remark <> ''),
    signed_by   text NOT NULL CHECK (signed_by <> ''),
    signed_name text NOT NULL CHECK (signed_name <> ''),
    signed_at   timestamptz NOT NULL CHECK (signed_at >= as_of),
    PRIMARY KEY (template, number)
);
COMMENT ON TABLE frozen_table IS 'Signed tables, numbered by template without a gap; a later one takes the place of an earlier one';
COMMENT ON COLUMN frozen_table.recording IS 'newest recording when it was frozen, 0 for none: later ones are not in it';
COMMENT ON COLUMN frozen_table.checks IS 'what was checked before, what was found, and why it was signed all the same';
COMMENT ON COLUMN frozen_table.responsible IS '负责人, as typed';
CREATE TRIGGER frozen_table_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON frozen_table
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE FUNCTION frozen_numbers_have_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM frozen_table WHERE template = NEW.template) THEN
        RAISE EXCEPTION 'number % of % is not the next one', NEW.number, NEW.template;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER frozen_numbers_have_no_gap BEFORE INSERT ON frozen_table
    FOR EACH ROW EXECUTE FUNCTION frozen_numbers_have_no_gap();

CREATE TABLE frozen_cell (
    template text NOT NULL,
    number   integer NOT NULL,
    place    integer NOT NULL CHECK (place >= 1),
    row_code text NOT NULL CHECK (row_code <> ''),
    col      integer NOT NULL CHECK (col >= 1),
    address  text NOT NULL CHECK (address ~ '^[A-Z]+[0-9]+$'),
    figure   numeric,
    words    text,
    counted  boolean NOT NULL,
    row_name text NOT NULL,
    heading  text NOT NULL,
    unit     text,
    PRIMARY KEY (template, number, row_code, col),
    FOREIGN KEY (template, number) REFERENCES frozen_table (template, number),
    CHECK (figure IS NULL OR words IS NULL)
);
COMMENT ON COLUMN frozen_cell.place IS 'in the order of the form: 1, 2, 3, …';
COMMENT ON COLUMN frozen_cell.unit IS 'of the figure';
CREATE TRIGGER frozen_cell_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON frozen_cell
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE TABLE frozen_trip (
    template text NOT NULL,
    number   integer NOT NULL,
    plan_id  bigint NOT NULL,
    vehicle  text NOT NULL,
    kind     text NOT NULL,
    name     text NOT NULL,
    ran_at   timestamptz NOT NULL,
    PRIMARY KEY (template, number, plan_id, vehicle),
    FOREIGN KEY (template, number) REFERENCES frozen_table (template, number)
);
COMMENT ON TABLE frozen_trip IS 'The trips behind a frozen table, as they were recorded then';
CREATE TRIGGER frozen_trip_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON frozen_trip
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE TABLE frozen_cell_trip (
    template text NOT NULL,
    number   integer NOT NULL,
    row_code text NOT NULL,
    col      integer NOT NULL,
    plan_id  bigint NOT NULL,
    vehicle  text NOT NULL,
    value    bigint NOT NULL CHECK (value <> 0),
    PRIMARY KEY (template, number, row_code, col, plan_id, vehicle),
    FOREIGN KEY (template, number, row_code, col) REFERENCES frozen_cell (template, number, row_code, col)
);
COMMENT ON TABLE frozen_cell_trip IS 'What each trip adds to a frozen figure; they add up to it';
CREATE INDEX frozen_cell_trip_trip ON frozen_cell_trip (plan_id, vehicle);
CREATE TRIGGER frozen_cell_trip_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON frozen_cell_trip
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE FUNCTION frozen_with_its_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT template, number FROM added) a
               JOIN frozen_table f USING (template, number)
               WHERE f.xmin <> pg_current_xact_id()::xid) THEN
        RAISE EXCEPTION 'a frozen table is complete: nothing is added to % later', TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION frozen_with_its_table IS 'What belongs to a frozen table is written in the transaction that freezes it';
CREATE TRIGGER frozen_cell_with_its_table AFTER INSERT ON frozen_cell
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION frozen_with_its_table();
CREATE TRIGGER frozen_trip_with_its_table AFTER INSERT ON frozen_trip
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION frozen_with_its_table();
CREATE TRIGGER frozen_cell_trip_with_its_table AFTER INSERT ON frozen_cell_trip
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION frozen_with_its_table();

CREATE TABLE platform_file (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    template    text NOT NULL CHECK (template <> ''),
    version     integer NOT NULL CHECK (version >= 1),
    unit        text NOT NULL,
    as_of       timestamptz NOT NULL,
    name        text NOT NULL,
    sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    cells       jsonb NOT NULL CHECK (jsonb_typeof(cells) = 'object'),
    uploaded_by text NOT NULL CHECK (uploaded_by <> ''),
    uploaded_at timestamptz NOT NULL
);
COMMENT ON TABLE platform_file IS 'Figures of the platform that a table was compared with before it was frozen; the newest counts';
COMMENT ON COLUMN platform_file.cells IS 'what people see in a cell, by its address';
CREATE INDEX platform_file_table ON platform_file (template, version, unit, as_of, id);
CREATE TRIGGER platform_file_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON platform_file
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();
