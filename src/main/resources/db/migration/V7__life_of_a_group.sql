-- 团组的一生: states of groups with their history, requests for changes, who rides what in which plan, publications,
-- hand-overs. What a county or an employer may see is selected here, not on the pages.

-- ---------------------------------------------------------------------------------- states and history

ALTER TABLE campaign
    ADD COLUMN submission_days integer NOT NULL DEFAULT 3 CHECK (submission_days BETWEEN 0 AND 60),
    ADD COLUMN closed_at timestamptz;
COMMENT ON COLUMN campaign.submission_days IS
    'groups are handed in by the end of the day this many days before they leave; later ones are marked 逾期';
COMMENT ON COLUMN campaign.closed_at IS 'the dispatcher has ended the campaign: every group that was taken is closed';

ALTER TABLE worker_group
    ADD COLUMN state text NOT NULL DEFAULT 'ACCEPTED' CHECK (state IN
        ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'PLANNED', 'PUBLISHED', 'DEPARTED', 'CLOSED', 'WITHDRAWN')),
    ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN changed_by text NOT NULL DEFAULT 'chunfeng' CHECK (changed_by <> ''),
    ADD COLUMN change_note text CHECK (change_note <> ''),
    ADD COLUMN accepted_at timestamptz;
COMMENT ON COLUMN worker_group.version IS 'one more with each change; a change names the version it was made from';
COMMENT ON COLUMN worker_group.changed_by IS 'login name of who made the latest change; the history keeps the earlier ones';
COMMENT ON COLUMN worker_group.accepted_at IS
    'when the dispatcher took it last; plans of before carry what it was then. Null: taken from the beginning';
CREATE INDEX worker_group_county ON worker_group (county, departure_date);
CREATE INDEX worker_group_state ON worker_group (state, departure_date);
CREATE INDEX worker_group_employer ON worker_group (employer);

CREATE TABLE group_history (
    number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    group_id text NOT NULL REFERENCES worker_group (id),
    version  integer NOT NULL,
    at       timestamptz NOT NULL,
    actor    text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    before   jsonb,
    after    jsonb,
    note     text,
    UNIQUE (group_id, version),
    CHECK ((from_state IS NULL) = (version = 1)),
    CHECK (before IS NULL OR after IS NOT NULL)
);
COMMENT ON TABLE group_history IS 'Every change of every group, written by the database itself; never changed or deleted';
COMMENT ON COLUMN group_history.before IS 'figures, where they were changed';
COMMENT ON COLUMN group_history.after IS 'figures, where they were changed or first registered';

CREATE FUNCTION group_figures(g worker_group) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT to_jsonb(g) - ARRAY ['state', 'version', 'changed_at', 'changed_by', 'change_note', 'accepted_at',
                                'departure_date']
$$;

CREATE FUNCTION group_writes_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was jsonb;
    becomes jsonb := group_figures(NEW);
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.version <> OLD.version + 1 THEN
            RAISE EXCEPTION 'group % must be changed from version % to %', OLD.id, OLD.version, OLD.version + 1;
        END IF;
        was := group_figures(OLD);
        IF was = becomes THEN
            was := NULL;
            becomes := NULL;
        END IF;
    END IF;
    INSERT INTO group_history (group_id, version, at, actor, from_state, to_state, before, after, note)
    VALUES (NEW.id, NEW.version, NEW.changed_at, NEW.changed_by, CASE TG_OP WHEN 'UPDATE' THEN OLD.state END,
            NEW.state, was, becomes, NEW.change_note);
    RETURN NULL;
END $$;

INSERT INTO group_history (group_id, version, at, actor, to_state, after)
SELECT g.id, g.version, g.changed_at, g.changed_by, g.state, group_figures(g)
FROM worker_group g;

CREATE TRIGGER group_writes_history AFTER INSERT OR UPDATE ON worker_group
    FOR EACH ROW EXECUTE FUNCTION group_writes_history();

CREATE FUNCTION only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'entries of % are only ever added', TG_TABLE_NAME;
END $$;
CREATE TRIGGER group_history_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON group_history
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

-- ---------------------------------------------------------------------------------- requests for changes

CREATE TABLE change_request (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    group_id    text NOT NULL REFERENCES worker_group (id),
    kind        text NOT NULL CHECK (kind IN ('BIGGER', 'SMALLER', 'OTHER_WINDOW', 'WITHDRAW', 'OTHER')),
    base        jsonb NOT NULL,
    wanted      jsonb,
    reason      text NOT NULL CHECK (reason <> ''),
    state       text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK')),
    asked_by    text NOT NULL CHECK (asked_by <> ''),
    asked_at    timestamptz NOT NULL,
    answered_by text,
    answered_at timestamptz,
    answer      text CHECK (answer <> ''),
    CHECK ((state = 'OPEN') = (answered_by IS NULL)),
    CHECK ((state = 'OPEN') = (answered_at IS NULL)),
    CHECK (state <> 'DECLINED' OR answer IS NOT NULL),
    CHECK (kind <> 'WITHDRAW' OR wanted IS NULL),
    CHECK (kind NOT IN ('BIGGER', 'SMALLER', 'OTHER_WINDOW') OR wanted IS NOT NULL)
);
COMMENT ON TABLE change_request IS '变更申请: what a county asks for after its group has been published';
COMMENT ON COLUMN change_request.base IS 'figures of the group when it was asked';
CREATE UNIQUE INDEX change_request_one_open ON change_request (group_id) WHERE state = 'OPEN';
CREATE INDEX change_request_group ON change_request (group_id);

CREATE FUNCTION change_request_is_answered_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    answering text[] := ARRAY ['state', 'answered_by', 'answered_at', 'answer'];
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state = 'OPEN' AND NEW.state <> 'OPEN'
       AND to_jsonb(OLD) - answering = to_jsonb(NEW) - answering THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'change request % is recorded: it is answered once and never changed or deleted', OLD.id;
END $$;
CREATE TRIGGER change_request_is_answered_once BEFORE UPDATE OR DELETE ON change_request
    FOR EACH ROW EXECUTE FUNCTION change_request_is_answered_once();

-- ---------------------------------------------------------------------------------- who rides what

CREATE TABLE plan_group (
    plan_id   bigint NOT NULL REFERENCES plan (id),
    group_id  text NOT NULL,
    headcount integer NOT NULL CHECK (headcount >= 1),
    served    integer NOT NULL CHECK (served BETWEEN 0 AND headcount),
    reason    text,
    PRIMARY KEY (plan_id, group_id)
);
COMMENT ON TABLE plan_group IS 'The groups that a plan covers, as they were when it was made';
COMMENT ON COLUMN plan_group.reason IS 'why some of them, or all, have no seat';
CREATE INDEX plan_group_group ON plan_group (group_id, plan_id);

CREATE TABLE plan_ride (
    plan_id      bigint NOT NULL,
    group_id     text NOT NULL,
    journey      integer NOT NULL CHECK (journey >= 1),
    leg          integer NOT NULL CHECK (leg >= 1),
    last_leg     boolean NOT NULL,
    main_leg     boolean NOT NULL,
    vehicle      text NOT NULL,
    kind         text NOT NULL CHECK (kind IN
                 ('COACH', 'CHARTERED_TRAIN', 'CHARTERED_CARRIAGES', 'CHARTER_FLIGHT', 'SEAT_BLOCK')),
    name         text NOT NULL,
    persons      integer NOT NULL CHECK (persons >= 1),
    board_place  text NOT NULL,
    meet_at      timestamptz NOT NULL,
    board_at     timestamptz NOT NULL,
    alight_place text NOT NULL,
    alight_at    timestamptz NOT NULL,
    PRIMARY KEY (plan_id, journey, leg),
    FOREIGN KEY (plan_id, group_id) REFERENCES plan_group (plan_id, group_id),
    CHECK (meet_at <= board_at)
);
COMMENT ON TABLE plan_ride IS 'Legs of the journeys of a plan, so that a group''s own are found without anybody else''s';
COMMENT ON COLUMN plan_ride.journey IS 'place in the plan''s list of journeys: 1, 2, 3, …; one part of one group';
COMMENT ON COLUMN plan_ride.meet_at IS '集合时间: the coach stands at the stop, or check-in for the train or flight begins';
CREATE INDEX plan_ride_group ON plan_ride (group_id, plan_id);
CREATE INDEX plan_ride_alight_at ON plan_ride (alight_at) WHERE last_leg;

-- plans of before: from the exchange format they are stored in, each read once a statement
WITH carried AS (
    SELECT p.id, j ->> 'groupId' AS group_id, sum((j ->> 'headcount')::int) AS persons
    FROM plan p, json_array_elements(p.plan -> 'journeys') j
    GROUP BY 1, 2
), left_behind AS (
    SELECT p.id, u ->> 'groupId' AS group_id, min(u ->> 'reason') AS reason
    FROM plan p, json_array_elements(p.plan -> 'unserved') u
    GROUP BY 1, 2
)
INSERT INTO plan_group (plan_id, group_id, headcount, served, reason)
SELECT p.id, g ->> 'id', (g ->> 'headcount')::int, least((g ->> 'headcount')::int, coalesce(c.persons, 0)), l.reason
FROM plan p
CROSS JOIN json_array_elements(p.problem -> 'groups') g
LEFT JOIN carried c ON c.id = p.id AND c.group_id = g ->> 'id'
LEFT JOIN left_behind l ON l.id = p.id AND l.group_id = g ->> 'id';

WITH vehicles AS (
    SELECT p.id, t ->> 'id' AS vehicle, 'COACH' AS kind, o ->> 'operator' AS name
    FROM plan p
    CROSS JOIN json_array_elements(p.plan -> 'coachTrips') t
    JOIN LATERAL json_array_elements(p.problem -> 'coachPools') o ON o ->> 'id' = t ->> 'poolId'
    UNION ALL
    SELECT p.id, s ->> 'id', s ->> 'kind', s ->> 'name'
    FROM plan p, json_array_elements(p.problem -> 'trainServices') s
    UNION ALL
    SELECT p.id, f ->> 'id', CASE f ->> 'kind' WHEN 'CHARTER' THEN 'CHARTER_FLIGHT' ELSE 'SEAT_BLOCK' END, f ->> 'name'
    FROM plan p, json_array_elements(p.problem -> 'flights') f
), stops AS (
    SELECT p.id, t ->> 'id' AS vehicle, e ->> 'place' AS place, (e ->> 'to')::timestamptz AS until,
           min((e ->> 'from')::timestamptz) AS since
    FROM plan p, json_array_elements(p.plan -> 'coachTrips') t, json_array_elements(t -> 'events') e
    WHERE e ->> 'kind' = 'STOP'
    GROUP BY 1, 2, 3, 4
), legs AS (
    SELECT p.id, j.value ->> 'groupId' AS group_id, j.ordinality AS journey, l.ordinality AS leg,
           json_array_length(j.value -> 'legs') AS legs, (j.value ->> 'headcount')::int AS persons,
           l.value ->> 'vehicle' AS vehicle, l.value ->> 'board' AS board, (l.value ->> 'boardAt')::timestamptz AS board_at,
           l.value ->> 'alight' AS alight, (l.value ->> 'alightAt')::timestamptz AS alight_at
    FROM plan p
    CROSS JOIN json_array_elements(p.plan -> 'journeys') WITH ORDINALITY j
    CROSS JOIN json_array_elements(j.value -> 'legs') WITH ORDINALITY l
)
INSERT INTO plan_ride (plan_id, group_id, journey, leg, last_leg, main_leg, vehicle, kind, name, persons,
                       board_place, meet_at, board_at, alight_place, alight_at)
SELECT l.id, l.group_id, l.journey, l.leg, l.leg = l.legs, v.kind <> 'COACH' OR l.legs = 1, l.vehicle, v.kind, v.name,
       l.persons, l.board,
       CASE WHEN v.kind = 'COACH' THEN coalesce(s.since, l.board_at)
            WHEN v.kind IN ('CHARTERED_TRAIN', 'CHARTERED_CARRIAGES') THEN l.board_at - interval '60 minutes'
            ELSE l.board_at - interval '120 minutes' END,
       l.board_at, l.alight, l.alight_at
FROM legs l
JOIN vehicles v ON v.id = l.id AND v.vehicle = l.vehicle
LEFT JOIN stops s ON s.id = l.id AND s.vehicle = l.vehicle AND s.place = l.board AND s.until = l.board_at;

-- ---------------------------------------------------------------------------------- publications, hand-overs

CREATE TABLE publication (
    number       integer PRIMARY KEY CHECK (number >= 1),
    plan_id      bigint NOT NULL REFERENCES plan (id),
    published_at timestamptz NOT NULL,
    published_by text NOT NULL CHECK (published_by <> '')
);
COMMENT ON TABLE publication IS
    '发布: numbered, never changed. For each group the newest one whose plan covers it is in force';
CREATE INDEX publication_plan ON publication (plan_id);
CREATE TRIGGER publication_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON publication
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE TABLE handover (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id     bigint NOT NULL REFERENCES plan (id),
    group_id    text NOT NULL REFERENCES worker_group (id),
    vehicle     text NOT NULL,
    planned     integer CHECK (planned >= 1),
    received    integer CHECK (received >= 0),
    received_at timestamptz,
    remark      text CHECK (remark <> ''),
    recorded_by text NOT NULL CHECK (recorded_by <> ''),
    recorded_at timestamptz NOT NULL,
    corrects    bigint UNIQUE REFERENCES handover (id),
    CHECK (num_nulls(planned, received, received_at) = CASE WHEN corrects IS NULL THEN 0 ELSE 3 END),
    CHECK (corrects IS NULL OR remark IS NOT NULL)
);
COMMENT ON TABLE handover IS '交接: who of a group arrived with one vehicle at its workplace, as the receiving side confirms it';
COMMENT ON COLUMN handover.corrects IS 'this entry takes that one back; the remark says why';
CREATE INDEX handover_group ON handover (group_id);
CREATE TRIGGER handover_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON handover
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE VIEW handover_in_force AS
SELECT h.*
FROM handover h
WHERE h.corrects IS NULL AND NOT EXISTS (SELECT FROM handover c WHERE c.corrects = h.id);

CREATE VIEW group_publication AS
SELECT DISTINCT ON (pg.group_id) pg.group_id, p.number, p.published_at, p.published_by, p.plan_id,
       pg.headcount, pg.served, pg.reason
FROM worker_group g
JOIN plan_group pg ON pg.group_id = g.id
JOIN plan ON plan.id = pg.plan_id AND (g.accepted_at IS NULL OR plan.stored_at >= g.accepted_at)
JOIN publication p ON p.plan_id = pg.plan_id
WHERE g.state NOT IN ('DRAFT', 'SUBMITTED', 'WITHDRAWN')
ORDER BY pg.group_id, p.number DESC;
COMMENT ON VIEW group_publication IS
    'the publication in force for each group that is taken; plans made before it was last taken do not count';

CREATE VIEW group_facts AS
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
COMMENT ON VIEW group_facts IS 'the state of a group that was taken and not taken back, as it follows from what has happened';

-- groups of before: those that were planned or have run
UPDATE worker_group g
SET state = f.state, version = g.version + 1
FROM group_facts f
WHERE f.group_id = g.id AND f.state <> g.state;
