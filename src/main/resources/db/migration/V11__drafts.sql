-- Drafts (草案): copies of stored plans that dispatchers change by hand, step by step. What a step changed is kept with it,
-- so that it can be taken back and made again; the plan itself is the stored one with all steps.

CREATE TABLE draft (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    base_plan  bigint NOT NULL REFERENCES plan (id),
    version    integer NOT NULL DEFAULT 0 CHECK (version >= 0),
    made_by    text NOT NULL CHECK (made_by <> ''),
    made_at    timestamptz NOT NULL,
    undoable   boolean NOT NULL DEFAULT false,
    redoable   boolean NOT NULL DEFAULT false,
    saved_as   bigint UNIQUE REFERENCES plan (id),
    dropped    boolean NOT NULL DEFAULT false,
    closed_by  text,
    closed_at  timestamptz,
    CHECK (NOT (dropped AND saved_as IS NOT NULL)),
    CHECK ((dropped OR saved_as IS NOT NULL) = (closed_at IS NOT NULL)),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL))
);
COMMENT ON COLUMN draft.version IS 'one more with each step; a change names the version it was made from';
CREATE INDEX draft_base ON draft (base_plan);

CREATE TABLE draft_step (
    draft      bigint NOT NULL REFERENCES draft (id),
    version    integer NOT NULL CHECK (version > 0),
    kind       text NOT NULL CHECK (kind IN ('DONE', 'UNDONE', 'REDONE')),
    of_version integer NOT NULL,
    operation  jsonb,
    removed    json,
    removed_at jsonb,
    added      json,
    added_at   jsonb,
    actor      text NOT NULL CHECK (actor <> ''),
    at         timestamptz NOT NULL,
    cost_fen   bigint NOT NULL,
    persons    integer NOT NULL,
    vehicles   text[] NOT NULL,
    PRIMARY KEY (draft, version),
    FOREIGN KEY (draft, of_version) REFERENCES draft_step (draft, version),
    CHECK ((kind = 'DONE') = (of_version = version)),
    CHECK ((kind = 'DONE') = (operation IS NOT NULL)),
    CHECK (num_nulls(operation, removed, removed_at, added, added_at) IN (0, 5))
);
COMMENT ON TABLE draft_step IS 'Every change of every draft, what was taken back too; never changed or deleted';
COMMENT ON COLUMN draft_step.of_version IS 'the step that was made, taken back or made again';
COMMENT ON COLUMN draft_step.removed IS 'chunfeng-plan/1 with only the entries that are gone or changed, and the figures before';
COMMENT ON COLUMN draft_step.added IS 'chunfeng-plan/1 with only the entries that are new or changed, and the figures after';
CREATE TRIGGER draft_step_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON draft_step
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE FUNCTION draft_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'draft % is closed', OLD.id;
    END IF;
    IF NEW.version NOT IN (OLD.version, OLD.version + 1) OR NEW.base_plan <> OLD.base_plan THEN
        RAISE EXCEPTION 'draft % must be changed from version % to %', OLD.id, OLD.version, OLD.version + 1;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER draft_goes_forward BEFORE UPDATE ON draft FOR EACH ROW EXECUTE FUNCTION draft_goes_forward();
