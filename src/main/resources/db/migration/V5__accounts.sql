-- Who may sign in, and who did what.

CREATE TABLE account (
    login                text PRIMARY KEY CHECK (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'), -- lower case: unique however typed
    name                 text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    role                 text NOT NULL CHECK (role IN ('COUNTY', 'DISPATCHER', 'REPORTER', 'ADMINISTRATOR', 'RECEIVER')),
    counties             text[] NOT NULL DEFAULT '{}'
                             CHECK (array_to_string(counties, ',', '?') ~ '^([0-9]{6}(,[0-9]{6})*)?$' AND '' <> ALL (counties)),
    employer             text,
    password_hash        text NOT NULL,
    enabled              boolean NOT NULL,
    must_change_password boolean NOT NULL,
    password_version     integer NOT NULL DEFAULT 1, -- a session begun with an older one is over
    failures             integer NOT NULL DEFAULT 0,
    locked_until         timestamptz,
    last_sign_in         timestamptz,
    CHECK (role <> 'COUNTY' OR cardinality(counties) > 0),
    CHECK (role <> 'RECEIVER' OR cardinality(counties) > 0 OR employer IS NOT NULL)
);

CREATE TABLE audit_entry (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    actor   text NOT NULL,
    action  text NOT NULL,
    subject text,
    detail  text,
    address text
);
CREATE INDEX audit_entry_actor ON audit_entry (actor, id DESC);
CREATE INDEX audit_entry_action ON audit_entry (action, id DESC);

-- entries are only ever added, whatever the program does
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: entries are only added', TG_OP, TG_TABLE_NAME;
END
$$;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
