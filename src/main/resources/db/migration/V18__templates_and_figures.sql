-- Official forms as data, and the figures that people enter in them.

CREATE TABLE statistics_template (
    id         text NOT NULL CHECK (id ~ '^[A-Z][A-Za-z0-9-]{0,39}$'),
    version    integer NOT NULL CHECK (version >= 1),
    status     text NOT NULL CHECK (status IN ('DRAFT', 'IN_FORCE')),
    edition    integer NOT NULL CHECK (edition >= 1),
    form       text NOT NULL CHECK (form IS JSON OBJECT),
    changed_by text NOT NULL CHECK (changed_by <> ''),
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (id, version)
);
COMMENT ON TABLE statistics_template IS 'Versions of official forms; a version in force never changes, a draft is the next one';
COMMENT ON COLUMN statistics_template.edition IS 'of a draft: counted up with every change, so that two who edit notice each other';
CREATE UNIQUE INDEX statistics_template_one_draft ON statistics_template (id) WHERE status = 'DRAFT';

CREATE FUNCTION version_in_force_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status = 'IN_FORCE' THEN
        RAISE EXCEPTION 'version % of template % is in force and never changes', OLD.version, OLD.id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER statistics_template_in_force_stays BEFORE UPDATE ON statistics_template
    FOR EACH ROW EXECUTE FUNCTION version_in_force_stays();
CREATE TRIGGER statistics_template_is_kept BEFORE DELETE OR TRUNCATE ON statistics_template
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE TABLE entered_figure (
    recording bigint NOT NULL REFERENCES recording (id),
    template  text NOT NULL,
    version   integer NOT NULL,
    unit      text NOT NULL CHECK (unit ~ '^[0-9]{4}([0-9]{2})?$'),
    field     text NOT NULL CHECK (field <> ''),
    as_of     timestamptz NOT NULL,
    number    bigint CHECK (number >= 0),
    counties  text[],
    words     text CHECK (words <> ''),
    PRIMARY KEY (recording, template, unit, field),
    FOREIGN KEY (template, version) REFERENCES statistics_template (id, version),
    CHECK (num_nonnulls(number, counties, words) <= 1)
);
COMMENT ON TABLE entered_figure IS 'What people entered in the forms; only added to. Of all until a moment the one of the latest moment is in force, of these the one recorded last';
COMMENT ON COLUMN entered_figure.field IS 'key of the column, the same in all versions of the template';
COMMENT ON COLUMN entered_figure.number IS 'whole number, fen for money; with counties and words also null nothing is entered any more';
CREATE INDEX entered_figure_of_unit ON entered_figure (template, unit, recording);
CREATE TRIGGER entered_figure_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON entered_figure
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();
