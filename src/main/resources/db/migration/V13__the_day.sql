-- 当日调度: what is reported of the trips in force, incidents, what is proposed and decided, coaches kept back.
-- Entries are only ever added; corrections are further entries.

CREATE TABLE trip_event (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id       bigint NOT NULL REFERENCES plan (id),
    vehicle       text NOT NULL CHECK (vehicle <> ''),
    report        text NOT NULL CHECK (report IN ('PLANNED', 'ASSEMBLING', 'LATE', 'DEPARTED', 'ARRIVED', 'CANCELLED')),
    delay_minutes integer NOT NULL CHECK (delay_minutes >= 0),
    happened_at   timestamptz NOT NULL,
    remark        text CHECK (remark <> ''),
    correction    boolean NOT NULL,
    recorded_by   text NOT NULL CHECK (recorded_by <> ''),
    recorded_at   timestamptz NOT NULL,
    CHECK (delay_minutes = 0 OR report = 'LATE'),
    CHECK (NOT correction OR remark IS NOT NULL)
);
COMMENT ON TABLE trip_event IS 'Reports of trips; the latest is in force. A later plan may run the same trip on: see same_trip';
CREATE INDEX trip_event_vehicle ON trip_event (vehicle, id);
CREATE TRIGGER trip_event_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON trip_event
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE TABLE trip_event_boarded (
    event_id bigint NOT NULL REFERENCES trip_event (id),
    group_id text NOT NULL,
    planned  integer NOT NULL CHECK (planned >= 1),
    persons  integer NOT NULL CHECK (persons >= 0),
    reason   text CHECK (reason <> ''),
    PRIMARY KEY (event_id, group_id),
    CHECK (persons <= planned)
);
COMMENT ON TABLE trip_event_boarded IS 'Who boarded when it left, by group; passengers outside of the manifest do not travel';
CREATE TRIGGER trip_event_boarded_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON trip_event_boarded
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE INDEX plan_ride_vehicle ON plan_ride (vehicle, plan_id);

CREATE FUNCTION same_trip(vehicle_id text, one_plan bigint, other_plan bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT one_plan = other_plan OR EXISTS (
        SELECT FROM plan_ride a
        JOIN plan_ride b ON b.group_id = a.group_id AND b.board_place = a.board_place AND b.board_at = a.board_at
        WHERE a.vehicle = vehicle_id AND a.plan_id = one_plan AND b.vehicle = vehicle_id AND b.plan_id = other_plan)
$$;
COMMENT ON FUNCTION same_trip IS
    'Whether two plans mean the same trip by an id: somebody boards it at the same place and time in both';

ALTER TABLE coach_pool ADD COLUMN reserve integer NOT NULL DEFAULT 0 CHECK (reserve >= 0);
COMMENT ON COLUMN coach_pool.reserve IS '应急运力: coaches of the pool that are planned only when an incident releases them';

CREATE TABLE incident (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id          bigint NOT NULL REFERENCES plan (id),
    kind             text NOT NULL CHECK (kind IN ('COACH_BROKEN', 'DRIVER_UNAVAILABLE', 'GROUP_LATE', 'NO_SHOWS',
                         'GROUP_RESIZED', 'ROAD_CLOSED', 'STATION_CLOSED', 'SERVICE_CANCELLED')),
    vehicle          text CHECK (vehicle <> ''),
    group_id         text CHECK (group_id <> ''),
    place            text CHECK (place <> ''),
    closure_id       bigint REFERENCES closure (id),
    persons          integer CHECK (persons >= 1),
    minutes          integer CHECK (minutes >= 1),
    until_at         timestamptz,
    happened_at      timestamptz NOT NULL,
    location         text NOT NULL,
    description      text NOT NULL,
    major            boolean NOT NULL,
    affected_trips   integer NOT NULL CHECK (affected_trips >= 0),
    affected_groups  integer NOT NULL CHECK (affected_groups >= 0),
    affected_persons integer NOT NULL CHECK (affected_persons >= 0),
    recorded_by      text NOT NULL CHECK (recorded_by <> ''),
    recorded_at      timestamptz NOT NULL,
    CHECK (until_at > happened_at),
    CHECK (CASE kind
               WHEN 'COACH_BROKEN' THEN vehicle IS NOT NULL AND until_at IS NOT NULL
               WHEN 'DRIVER_UNAVAILABLE' THEN vehicle IS NOT NULL AND until_at IS NOT NULL
               WHEN 'GROUP_LATE' THEN group_id IS NOT NULL AND minutes IS NOT NULL
               WHEN 'NO_SHOWS' THEN group_id IS NOT NULL AND persons IS NOT NULL
               WHEN 'GROUP_RESIZED' THEN group_id IS NOT NULL AND persons IS NOT NULL
               WHEN 'ROAD_CLOSED' THEN closure_id IS NOT NULL
               WHEN 'STATION_CLOSED' THEN place IS NOT NULL AND until_at IS NOT NULL
               ELSE vehicle IS NOT NULL
           END)
);
COMMENT ON TABLE incident IS '突发情况. plan_id: the plan in force that it is about; affected_*: as it was when recorded';
CREATE TRIGGER incident_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON incident
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE TABLE incident_note (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident_id bigint NOT NULL REFERENCES incident (id),
    kind        text NOT NULL CHECK (kind IN ('MEASURE', 'MAJOR', 'NOT_MAJOR', 'CLOSED', 'REOPENED')),
    text        text NOT NULL CHECK (text <> ''),
    recorded_by text NOT NULL CHECK (recorded_by <> ''),
    recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE incident_note IS 'Measures taken, and changes of state; the latest of each kind is in force';
CREATE INDEX incident_note_incident ON incident_note (incident_id, id);
CREATE TRIGGER incident_note_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON incident_note
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE TABLE incident_round (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident_id bigint NOT NULL REFERENCES incident (id),
    plan_id     bigint NOT NULL REFERENCES plan (id),
    newest      integer NOT NULL CHECK (newest >= 1),
    as_of       timestamptz NOT NULL,
    seconds     integer NOT NULL CHECK (seconds BETWEEN 1 AND 10),
    asked_by    text NOT NULL CHECK (asked_by <> ''),
    asked_at    timestamptz NOT NULL
);
COMMENT ON TABLE incident_round IS 'One asking for proposals: from this plan, as of this moment, when this was the newest publication';
CREATE INDEX incident_round_incident ON incident_round (incident_id, id);
CREATE TRIGGER incident_round_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON incident_round
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE TABLE incident_proposal (
    round_id    bigint NOT NULL REFERENCES incident_round (id),
    kind        text NOT NULL CHECK (kind IN ('LEAST_CHANGE', 'WITH_RESERVE', 'LATER')),
    outcome     text NOT NULL CHECK (outcome IN ('READY', 'SAME', 'NOT_POSSIBLE', 'FAILED')),
    message     text CHECK (message <> ''),
    problem     json,
    plan        json,
    avoided     bigint[] NOT NULL,
    finished_at timestamptz NOT NULL,
    PRIMARY KEY (round_id, kind),
    CHECK ((outcome = 'READY') = (problem IS NOT NULL AND plan IS NOT NULL))
);
CREATE TRIGGER incident_proposal_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON incident_proposal
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE TABLE incident_decision (
    round_id    bigint PRIMARY KEY REFERENCES incident_round (id),
    kind        text NOT NULL,
    plan_id     bigint NOT NULL REFERENCES plan (id),
    publication integer NOT NULL REFERENCES publication (number),
    decided_by  text NOT NULL CHECK (decided_by <> ''),
    decided_at  timestamptz NOT NULL,
    FOREIGN KEY (round_id, kind) REFERENCES incident_proposal (round_id, kind)
);
COMMENT ON TABLE incident_decision IS 'The proposal that was accepted: its plan is stored and published';
CREATE TRIGGER incident_decision_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON incident_decision
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

-- the price of changes is a part of the cost since V4; without it no plan that changes a published one could be stored
ALTER TABLE plan DROP CONSTRAINT IF EXISTS plan_check;
ALTER TABLE plan ADD CONSTRAINT plan_check CHECK (cost_fen =
    coach_fen + train_fen + flight_fen + time_fen + transfer_fen + split_fen + day_shift_fen + change_fen);
