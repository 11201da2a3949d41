-- 台账: what ran and who boarded, as entries that are only ever added. trip_ran and trip_boarding become views of it.

CREATE TABLE ledger_entry (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recording   bigint NOT NULL REFERENCES recording (id),
    plan_id     bigint NOT NULL REFERENCES plan (id),
    vehicle     text NOT NULL CHECK (vehicle <> ''),
    kind        text NOT NULL CHECK (kind IN
                ('COACH', 'CHARTERED_TRAIN', 'CHARTERED_CARRIAGES', 'CHARTER_FLIGHT', 'SEAT_BLOCK')),
    name        text NOT NULL,
    carriages   integer NOT NULL CHECK (carriages >= 0),
    happened_at timestamptz NOT NULL,
    group_id    text REFERENCES worker_group (id),
    county      text CHECK (county ~ '^[0-9]{6}$'),
    from_county text CHECK (from_county ~ '^[0-9]{6}$'),
    to_county   text CHECK (to_county ~ '^[0-9]{6}$'),
    direction   text CHECK (direction IN ('TO_WORK', 'HOMEWARD')),
    main_leg    boolean NOT NULL,
    persons     integer NOT NULL,
    infants     integer NOT NULL,
    escorts     integer NOT NULL,
    owner       text CHECK (owner ~ '^[0-9]{4}$'),
    reverses    bigint UNIQUE REFERENCES ledger_entry (id),
    CHECK (carriages = 0 OR kind IN ('CHARTERED_TRAIN', 'CHARTERED_CARRIAGES')),
    CHECK (num_nulls(group_id, county, from_county, to_county, direction, owner) IN (0, 6)),
    CHECK (CASE WHEN group_id IS NULL THEN persons = 0 AND infants = 0 AND escorts = 0 AND NOT main_leg
                WHEN reverses IS NULL THEN persons >= 1 AND infants >= 0 AND escorts >= 0
                ELSE persons <= -1 AND infants <= 0 AND escorts <= 0 END)
);
COMMENT ON TABLE ledger_entry IS '台账分录: one person-leg count. A correction is a reversal, the exact negative, and a new entry';
COMMENT ON COLUMN ledger_entry.group_id IS 'null for a trip that ran with nobody aboard';
COMMENT ON COLUMN ledger_entry.from_county IS 'where the whole journey of the group begins, like to_county its end';
COMMENT ON COLUMN ledger_entry.owner IS 'city that reports the trip: most persons on their main leg are from there';
CREATE INDEX ledger_entry_trip ON ledger_entry (plan_id, vehicle);
CREATE INDEX ledger_entry_vehicle ON ledger_entry (vehicle);
CREATE INDEX ledger_entry_group ON ledger_entry (group_id);
CREATE INDEX ledger_entry_happened_at ON ledger_entry (happened_at);
CREATE INDEX ledger_entry_recording ON ledger_entry (recording);
CREATE INDEX recording_recorded_at ON recording (recorded_at);
CREATE TRIGGER ledger_entry_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE VIEW ledger_in_force AS
SELECT e.*
FROM ledger_entry e
WHERE e.reverses IS NULL AND NOT EXISTS (SELECT FROM ledger_entry r WHERE r.reverses = e.id);
COMMENT ON VIEW ledger_in_force IS 'entries that nothing has reversed';

CREATE FUNCTION ledger_stays_sound() RETURNS trigger LANGUAGE plpgsql
-- a few entries of a large table are looked up by its indexes, also by a plan of when it was small
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
DECLARE
    fault record;
BEGIN
    SELECT a.recording INTO fault FROM added a JOIN recording r ON r.id = a.recording
    WHERE r.xmin <> pg_current_xact_id()::xid LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'recording % is over: begin another one', fault.recording;
    END IF;

    SELECT a.id, a.reverses INTO fault
    FROM added a
    JOIN recording r ON r.id = a.recording
    JOIN ledger_entry e ON e.id = a.reverses
    WHERE e.reverses IS NOT NULL OR e.recording >= a.recording
       OR (a.plan_id, a.vehicle, a.kind, a.name, a.carriages, a.happened_at, a.group_id, a.county, a.from_county,
           a.to_county, a.direction, a.main_leg, a.persons, a.infants, a.escorts, a.owner)
          IS DISTINCT FROM
          (e.plan_id, e.vehicle, e.kind, e.name, e.carriages, e.happened_at, e.group_id, e.county, e.from_county,
           e.to_county, e.direction, e.main_leg, -e.persons, -e.infants, -e.escorts, e.owner)
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'entry % is not the negative of an earlier entry in force %', fault.id, fault.reverses;
    END IF;

    SELECT a.id INTO fault FROM added a JOIN recording r ON r.id = a.recording
    WHERE a.reverses IS NOT NULL AND r.reason IS NULL LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'entry % is a reversal without a reason', fault.id;
    END IF;

    SELECT f.plan_id, f.vehicle INTO fault
    FROM ledger_in_force f
    WHERE (f.plan_id, f.vehicle) IN (SELECT a.plan_id, a.vehicle FROM added a WHERE a.reverses IS NULL)
    GROUP BY f.plan_id, f.vehicle
    HAVING count(DISTINCT (f.kind, f.name, f.carriages, f.happened_at, f.owner)) > 1
        OR count(*) > 1 AND count(f.group_id) < count(*)
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'trip %/% would have run twice', fault.plan_id, fault.vehicle;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger_stays_sound IS
    'Entries belong to the recording of their own transaction; reversals are exact and have a reason; a trip runs once';
CREATE TRIGGER ledger_stays_sound AFTER INSERT ON ledger_entry
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_stays_sound();

-- What was marked before is one recording, of the program: by whom and when it was marked was not kept.
DO $$
DECLARE
    act bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM trip_ran) THEN
        RETURN;
    END IF;
    act := begin_recording(now(), 'chunfeng', NULL);
    WITH places AS (
        SELECT p.id AS plan_id, l ->> 'id' AS place, l ->> 'adminCode' AS county
        FROM plan p CROSS JOIN json_array_elements(p.problem -> 'places') l
        WHERE p.id IN (SELECT plan_id FROM trip_ran)
    ), ends AS (
        SELECT p.id AS plan_id, g ->> 'id' AS group_id, f.county AS from_county, t.county AS to_county
        FROM plan p CROSS JOIN json_array_elements(p.problem -> 'groups') g
        JOIN places f ON f.plan_id = p.id AND f.place = g ->> 'from'
        JOIN places t ON t.plan_id = p.id AND t.place = g ->> 'to'
        WHERE p.id IN (SELECT plan_id FROM trip_ran)
    ), cities AS (
        SELECT b.plan_id, b.vehicle, left(b.county, 4) AS city,
               sum(b.persons) FILTER (WHERE b.main_leg) AS on_main_legs, sum(b.persons) AS aboard
        FROM trip_boarding b
        WHERE b.persons > 0
        GROUP BY b.plan_id, b.vehicle, left(b.county, 4)
    ), owners AS (
        SELECT DISTINCT ON (plan_id, vehicle) plan_id, vehicle, city
        FROM cities
        ORDER BY plan_id, vehicle, on_main_legs DESC NULLS LAST, CASE WHEN on_main_legs IS NULL THEN aboard END DESC, city
    )
    INSERT INTO ledger_entry (recording, plan_id, vehicle, kind, name, carriages, happened_at, group_id, county,
                              from_county, to_county, direction, main_leg, persons, infants, escorts, owner)
    SELECT act, t.plan_id, t.vehicle, t.kind, t.name, t.carriages, t.ran_at, b."group", b.county,
           e.from_county, e.to_county,
           CASE WHEN b."group" IS NULL THEN NULL
                WHEN starts_with(e.from_county, b.county) <> starts_with(e.to_county, b.county)
                    THEN CASE WHEN starts_with(e.from_county, b.county) THEN 'TO_WORK' ELSE 'HOMEWARD' END
                WHEN starts_with(e.from_county, left(b.county, 4)) <> starts_with(e.to_county, left(b.county, 4))
                    THEN CASE WHEN starts_with(e.from_county, left(b.county, 4)) THEN 'TO_WORK' ELSE 'HOMEWARD' END
                WHEN starts_with(e.from_county, left(b.county, 2)) <> starts_with(e.to_county, left(b.county, 2))
                    THEN CASE WHEN starts_with(e.from_county, left(b.county, 2)) THEN 'TO_WORK' ELSE 'HOMEWARD' END
                ELSE 'TO_WORK' END,
           coalesce(b.main_leg, false), coalesce(b.persons, 0), coalesce(b.infants, 0), 0, o.city
    FROM trip_ran t
    LEFT JOIN trip_boarding b ON b.plan_id = t.plan_id AND b.vehicle = t.vehicle AND b.persons > 0
    LEFT JOIN ends e ON e.plan_id = b.plan_id AND e.group_id = b."group"
    LEFT JOIN owners o ON o.plan_id = t.plan_id AND o.vehicle = t.vehicle
    ORDER BY t.ran_at, t.plan_id, t.vehicle, b.number;
END $$;

ALTER TABLE trip_ran RENAME TO trip_ran_before;
ALTER TABLE trip_boarding RENAME TO trip_boarding_before;

CREATE VIEW trip_ran AS
SELECT DISTINCT plan_id, vehicle, kind, name, carriages, happened_at AS ran_at
FROM ledger_in_force;
COMMENT ON VIEW trip_ran IS 'Trips of stored plans that have run, as the ledger knows them now';

CREATE VIEW trip_boarding AS
SELECT plan_id, vehicle, id AS number, group_id AS "group", county, persons, infants, main_leg
FROM ledger_in_force
WHERE group_id IS NOT NULL;
COMMENT ON VIEW trip_boarding IS 'Who boarded trips that have run, as the ledger knows them now';

-- as in V7, over the new view
CREATE OR REPLACE VIEW group_facts AS
SELECT g.id AS group_id,
       CASE
           WHEN EXISTS (SELECT FROM campaign c
                        WHERE c.closed_at IS NOT NULL AND g.departure_date BETWEEN c.first_day AND c.last_day)
               THEN 'CLOSED'
           WHEN gp.served > 0 AND NOT EXISTS (
               SELECT FROM plan_ride r
               WHERE r.plan_id = gp.plan_id AND r.group_id = g.id AND r.last_leg
                 AND NOT EXISTS (SELECT FROM handover_in_force h
                                 WHERE h.plan_id = r.plan_id AND h.group_id = r.group_id AND h.vehicle = r.vehicle))
               THEN 'CLOSED'
           WHEN EXISTS (SELECT FROM trip_boarding b WHERE b."group" = g.id) THEN 'DEPARTED'
           WHEN gp.served > 0 THEN 'PUBLISHED'
           WHEN (SELECT pg.served
                 FROM plan_group pg
                 JOIN plan ON plan.id = pg.plan_id AND (g.accepted_at IS NULL OR plan.stored_at >= g.accepted_at)
                 WHERE pg.group_id = g.id
                 ORDER BY pg.plan_id DESC
                 LIMIT 1) > 0 THEN 'PLANNED'
           ELSE 'ACCEPTED'
       END AS state
FROM worker_group g
LEFT JOIN group_publication gp ON gp.group_id = g.id;

DROP TABLE trip_boarding_before;
DROP TABLE trip_ran_before;
