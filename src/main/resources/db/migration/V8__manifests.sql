-- 花名册: who travels in a group. Names, documents, phones and remarks are sealed outside of the database, with keys that are
-- not in it; see src/docs/manifests.md.

CREATE TABLE manifest (
    group_id    text PRIMARY KEY REFERENCES worker_group (id) ON DELETE CASCADE,
    version     integer NOT NULL CHECK (version >= 1),
    seated      integer NOT NULL CHECK (seated >= 0),
    infants     integer NOT NULL CHECK (infants >= 0),
    wheelchairs integer NOT NULL CHECK (wheelchairs BETWEEN 0 AND seated),
    changed_at  timestamptz NOT NULL,
    changed_by  text NOT NULL CHECK (changed_by <> '')
);
COMMENT ON COLUMN manifest.version IS 'grows by one with each change; a manifest that was emptied keeps it';
COMMENT ON COLUMN manifest.seated IS 'workers and escorts, to compare with the headcount of the group';

CREATE TABLE manifest_passenger (
    id             uuid PRIMARY KEY,
    group_id       text NOT NULL REFERENCES manifest (group_id) ON DELETE CASCADE,
    position       integer NOT NULL CHECK (position >= 0),
    sealed         bytea NOT NULL,
    document_index bytea CHECK (octet_length(document_index) = 16),
    UNIQUE (group_id, position)
);
COMMENT ON COLUMN manifest_passenger.sealed IS 'AES-256-GCM, bound to id and group_id: opens in no other row';
COMMENT ON COLUMN manifest_passenger.document_index IS
    'HMAC-SHA256 of the document number with a key of its own: the same for the same person; null without a document';
CREATE INDEX manifest_passenger_document ON manifest_passenger (document_index);

CREATE TABLE manifest_key_check (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    sealed bytea NOT NULL,
    lookup bytea NOT NULL
);
COMMENT ON TABLE manifest_key_check IS
    'known words, sealed and indexed: tells whether a file holds the keys of this database. No row: there are no keys yet';

-- Jobs of every day, apart from planning runs, which may keep their scheduler busy for hours. Columns are db-scheduler's.
CREATE TABLE daily_task (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);

-- A group that is taken back takes its manifest with it, whoever takes it back.
CREATE FUNCTION withdrawn_group_has_no_manifest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM manifest WHERE group_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER withdrawn_group_has_no_manifest AFTER UPDATE OF state ON worker_group
    FOR EACH ROW WHEN (NEW.state = 'WITHDRAWN') EXECUTE FUNCTION withdrawn_group_has_no_manifest();
