-- Recording what ran: who did not board and why, infants and escorts, reports that a phone may send twice, escorts' links.

ALTER TABLE trip_event ADD COLUMN sending uuid UNIQUE;
COMMENT ON COLUMN trip_event.sending IS 'Given by the phone that sent it: the same one again is no further report';

ALTER TABLE trip_event_boarded
    ADD COLUMN infants  integer NOT NULL DEFAULT 0 CHECK (infants >= 0),
    ADD COLUMN escorts  integer NOT NULL DEFAULT 0 CHECK (escorts >= 0),
    ADD COLUMN no_show  integer NOT NULL DEFAULT 0 CHECK (no_show >= 0),
    ADD COLUMN refused  integer NOT NULL DEFAULT 0 CHECK (refused >= 0),
    ADD COLUMN moved    integer NOT NULL DEFAULT 0 CHECK (moved >= 0),
    ADD COLUMN moved_to text CHECK (moved_to <> '');
-- until now a reason was given for who did not come; who was missing on the leg before has none
ALTER TABLE trip_event_boarded
    ALTER COLUMN no_show DROP DEFAULT,
    ALTER COLUMN no_show TYPE integer USING CASE WHEN reason IS NULL THEN 0 ELSE planned - persons END;
ALTER TABLE trip_event_boarded
    ALTER COLUMN no_show SET DEFAULT 0,
    ADD CHECK (no_show + refused + moved <= planned - persons),
    ADD CHECK (moved_to IS NULL OR moved > 0);
COMMENT ON COLUMN trip_event_boarded.no_show IS '未到; with refused (拒载) and moved (改乘) all who are missing since the leg before';
COMMENT ON COLUMN trip_event_boarded.moved_to IS 'Vehicle id of the trip that they rode instead, where it is known';

CREATE TABLE door_link (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id    bigint NOT NULL REFERENCES plan (id),
    vehicle    text NOT NULL CHECK (vehicle <> ''),
    escort     text NOT NULL CHECK (escort <> ''),
    made_by    text NOT NULL CHECK (made_by <> ''),
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > made_at),
    revoked_at timestamptz,
    revoked_by text,
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
COMMENT ON TABLE door_link IS 'Links for escorts, one trip each. The signature is not here: its key lies beside the database';
CREATE INDEX door_link_vehicle ON door_link (vehicle, id);
