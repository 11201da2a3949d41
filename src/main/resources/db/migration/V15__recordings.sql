-- One line of time for the ledger and the entered figures: "as of recording 7" says what was known, and never changes.

CREATE TABLE recording (
    id          bigint PRIMARY KEY CHECK (id >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL CHECK (recorded_by <> ''),
    reason      text CHECK (reason <> '')
);
COMMENT ON TABLE recording IS 'One act of recording. Ids have no gaps and are in the order in which recordings became visible';
CREATE TRIGGER recording_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON recording
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE FUNCTION begin_recording(happens_at timestamptz, author text, why text) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    newest recording;
BEGIN
    -- held until the transaction ends: nobody sees recording 8 before recording 7
    PERFORM pg_advisory_xact_lock(hashtext('recording'));
    SELECT * INTO newest FROM recording ORDER BY id DESC LIMIT 1;
    INSERT INTO recording (id, recorded_at, recorded_by, reason)
    VALUES (coalesce(newest.id, 0) + 1, greatest(happens_at, newest.recorded_at), author, why);
    RETURN coalesce(newest.id, 0) + 1;
END $$;
COMMENT ON FUNCTION begin_recording IS 'Begins a recording and returns its id; one after the other. Call it late: it holds others up';
