-- Chunfeng 春风专运: the whole schema of version 0.1.
-- Units are in the names: fen (1/100 yuan), metres, seconds, degrees (longitude before latitude).
-- Every moment is timestamptz; dates and times of day are those of Asia/Shanghai, written out where they are computed,
-- so that nothing depends on the time zone of the session.

-- ---------------------------------------------------------------------------------------------- demand

CREATE TABLE campaign (
    id              text PRIMARY KEY CHECK (id <> ''),
    name            text NOT NULL CHECK (name <> ''),
    province        text NOT NULL CHECK (province <> ''),
    first_day       date NOT NULL,
    last_day        date NOT NULL,
    spring_festival date NOT NULL,
    peak_from       date NOT NULL,
    peak_to         date NOT NULL,
    CHECK (first_day <= last_day),
    CHECK (peak_from <= peak_to),
    CHECK (peak_from >= first_day AND peak_to <= last_day)
);
COMMENT ON TABLE campaign IS '春风行动 of one season; the one with the latest first day is the current one';

CREATE TABLE place (
    id         text PRIMARY KEY CHECK (id <> ''),
    name       text NOT NULL CHECK (name <> ''),
    admin_code text NOT NULL CHECK (admin_code ~ '^[0-9]{6}$'),
    given_lon  double precision NOT NULL CHECK (given_lon BETWEEN -180 AND 180),
    given_lat  double precision NOT NULL CHECK (given_lat BETWEEN -90 AND 90),
    given_crs  text NOT NULL CHECK (given_crs IN ('WGS84', 'GCJ02', 'BD09')),
    lon        double precision NOT NULL CHECK (lon BETWEEN -180 AND 180),
    lat        double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
    CHECK (given_crs <> 'WGS84' OR (lon = given_lon AND lat = given_lat))
);
COMMENT ON TABLE place IS 'Boarding points, workplaces, depots, stations, airports';
COMMENT ON COLUMN place.admin_code IS 'GB/T 2260, six digits';
COMMENT ON COLUMN place.given_lon IS 'as entered, in the coordinate system given_crs';
COMMENT ON COLUMN place.lon IS 'the same point in WGS-84';

CREATE TABLE worker_group (
    id                 text PRIMARY KEY CHECK (id <> ''),
    county             text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    from_place         text NOT NULL REFERENCES place (id),
    to_place           text NOT NULL REFERENCES place (id),
    headcount          integer NOT NULL CHECK (headcount >= 1),
    wheelchairs        integer NOT NULL CHECK (wheelchairs BETWEEN 0 AND headcount),
    earliest_departure timestamptz NOT NULL,
    latest_arrival     timestamptz NOT NULL,
    preferred_date     date,
    modes              text[] NOT NULL CHECK (cardinality(modes) > 0 AND modes <@ ARRAY ['COACH', 'RAIL', 'AIR']),
    min_part           integer NOT NULL CHECK (min_part >= 1),
    priority           smallint NOT NULL CHECK (priority BETWEEN 1 AND 3),
    employer           text,
    departure_date     date NOT NULL GENERATED ALWAYS AS
                       (coalesce(preferred_date, (earliest_departure AT TIME ZONE 'Asia/Shanghai')::date)) STORED,
    CHECK (earliest_departure < latest_arrival),
    CHECK (from_place <> to_place)
);
COMMENT ON TABLE worker_group IS '团组: workers who travel from one boarding point to one workplace in one window';
COMMENT ON COLUMN worker_group.departure_date IS 'wished date, without one the date of the earliest departure (Asia/Shanghai)';
CREATE INDEX worker_group_departure_date ON worker_group (departure_date);
CREATE INDEX worker_group_from_place ON worker_group (from_place);
CREATE INDEX worker_group_to_place ON worker_group (to_place);

-- -------------------------------------------------------------------------------------------- capacity

CREATE TABLE coach_pool (
    id                 text PRIMARY KEY CHECK (id <> ''),
    operator           text NOT NULL,
    depot              text NOT NULL REFERENCES place (id),
    home_prefecture    text NOT NULL CHECK (home_prefecture ~ '^[0-9]{4}$'),
    approved_seats     integer NOT NULL CHECK (approved_seats >= 2),
    wheelchair_spaces  integer NOT NULL CHECK (wheelchair_spaces >= 0),
    coaches            integer NOT NULL CHECK (coaches >= 0),
    available_from     timestamptz NOT NULL,
    available_until    timestamptz NOT NULL,
    dispatch_fen       bigint NOT NULL CHECK (dispatch_fen >= 0),
    fen_per_loaded_km  bigint NOT NULL CHECK (fen_per_loaded_km >= 0),
    fen_per_empty_km   bigint NOT NULL CHECK (fen_per_empty_km >= 0),
    fen_per_driver_day bigint NOT NULL CHECK (fen_per_driver_day >= 0),
    CHECK (available_from < available_until)
);
COMMENT ON COLUMN coach_pool.approved_seats IS '核载: drivers included';
COMMENT ON COLUMN coach_pool.home_prefecture IS '车籍所在地, first four digits of GB/T 2260';

CREATE TABLE train_service (
    id                             text PRIMARY KEY CHECK (id <> ''),
    name                           text NOT NULL,
    kind                           text NOT NULL CHECK (kind IN ('CHARTERED_TRAIN', 'CHARTERED_CARRIAGES')),
    seats_per_carriage             integer NOT NULL CHECK (seats_per_carriage >= 1),
    wheelchair_spaces_per_carriage integer NOT NULL CHECK (wheelchair_spaces_per_carriage >= 0),
    min_carriages                  integer NOT NULL CHECK (min_carriages >= 0),
    max_carriages                  integer NOT NULL,
    service_fen                    bigint NOT NULL CHECK (service_fen >= 0),
    fen_per_carriage               bigint NOT NULL CHECK (fen_per_carriage >= 0),
    fen_per_passenger              bigint NOT NULL CHECK (fen_per_passenger >= 0),
    book_by                        timestamptz NOT NULL,
    CHECK (min_carriages <= max_carriages)
);
COMMENT ON TABLE train_service IS '专列 (a whole train) or 包车厢 (carriages of a scheduled train): never mixed';

CREATE TABLE train_call (
    service text NOT NULL REFERENCES train_service (id) ON DELETE CASCADE,
    number  integer NOT NULL CHECK (number >= 1),
    place   text NOT NULL REFERENCES place (id),
    arrive  timestamptz NOT NULL,
    depart  timestamptz NOT NULL,
    PRIMARY KEY (service, number),
    UNIQUE (service, place),
    CHECK (arrive <= depart)
);
COMMENT ON COLUMN train_call.number IS '1, 2, 3, … in the order of travel';

CREATE TABLE flight (
    id                text PRIMARY KEY CHECK (id <> ''),
    name              text NOT NULL,
    kind              text NOT NULL CHECK (kind IN ('CHARTER', 'SEAT_BLOCK')),
    from_place        text NOT NULL REFERENCES place (id),
    to_place          text NOT NULL REFERENCES place (id),
    depart            timestamptz NOT NULL,
    arrive            timestamptz NOT NULL,
    seats             integer NOT NULL CHECK (seats >= 1),
    wheelchair_spaces integer NOT NULL CHECK (wheelchair_spaces >= 0),
    min_passengers    integer NOT NULL,
    flight_fen        bigint NOT NULL CHECK (flight_fen >= 0),
    fen_per_passenger bigint NOT NULL CHECK (fen_per_passenger >= 0),
    book_by           timestamptz NOT NULL,
    CHECK (from_place <> to_place),
    CHECK (depart < arrive),
    CHECK (min_passengers BETWEEN 0 AND seats)
);
COMMENT ON TABLE flight IS '包机 (a whole aircraft) or 切位 (seats on a scheduled flight): never mixed';

-- ----------------------------------------------------------------------------------------------- plans

CREATE TABLE plan (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stored_at       timestamptz NOT NULL,
    problem_name    text NOT NULL,
    problem         json NOT NULL,
    plan            json NOT NULL,
    hard            integer NOT NULL CHECK (hard = 0),
    unserved        bigint NOT NULL CHECK (unserved >= 0),
    cost_fen        bigint NOT NULL CHECK (cost_fen >= 0),
    coach_fen       bigint NOT NULL,
    train_fen       bigint NOT NULL,
    flight_fen      bigint NOT NULL,
    time_fen        bigint NOT NULL,
    transfer_fen    bigint NOT NULL,
    split_fen       bigint NOT NULL,
    day_shift_fen   bigint NOT NULL,
    persons_coach   integer NOT NULL CHECK (persons_coach >= 0),
    persons_rail    integer NOT NULL CHECK (persons_rail >= 0),
    persons_air     integer NOT NULL CHECK (persons_air >= 0),
    coach_trips     integer NOT NULL CHECK (coach_trips >= 0),
    train_services  integer NOT NULL CHECK (train_services >= 0),
    carriages       integer NOT NULL CHECK (carriages >= 0),
    flights         integer NOT NULL CHECK (flights >= 0),
    load_factor     double precision NOT NULL CHECK (load_factor BETWEEN 0 AND 1),
    loaded_km       double precision NOT NULL CHECK (loaded_km >= 0),
    empty_km        double precision NOT NULL CHECK (empty_km >= 0),
    passenger_hours double precision NOT NULL CHECK (passenger_hours >= 0),
    fen_per_person  bigint NOT NULL CHECK (fen_per_person >= 0),
    CHECK (cost_fen = coach_fen + train_fen + flight_fen + time_fen + transfer_fen + split_fen + day_shift_fen)
);
COMMENT ON TABLE plan IS 'Valid plans, each with the problem it answers, both in the exchange format; never changed once stored';

CREATE FUNCTION plan_is_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'plan % is stored and never changed; store another one', OLD.id;
END $$;
CREATE TRIGGER plan_is_never_changed BEFORE UPDATE ON plan
    FOR EACH ROW EXECUTE FUNCTION plan_is_never_changed();

CREATE TABLE planning_run (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    from_date    date NOT NULL,
    to_date      date NOT NULL,
    as_of        timestamptz NOT NULL,
    config       text NOT NULL CHECK (config <> ''),
    seconds      integer NOT NULL CHECK (seconds BETWEEN 1 AND 36000),
    seed         bigint NOT NULL,
    state        text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'STOPPING', 'DONE', 'FAILED')),
    created_at   timestamptz NOT NULL,
    started_at   timestamptz,
    finished_at  timestamptz,
    groups       integer NOT NULL CHECK (groups >= 1),
    persons      integer NOT NULL CHECK (persons >= groups),
    attempt      integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
    spent_millis bigint NOT NULL DEFAULT 0 CHECK (spent_millis >= 0),
    problem      json,
    best_plan    json,
    plan_id      bigint UNIQUE REFERENCES plan (id),
    message      text,
    CHECK (from_date <= to_date),
    CHECK ((state IN ('DONE', 'FAILED')) = (finished_at IS NOT NULL)),
    CHECK ((state = 'DONE') = (plan_id IS NOT NULL)),
    CHECK ((state = 'FAILED') = (message IS NOT NULL)),
    CHECK (state <> 'RUNNING' OR started_at IS NOT NULL)
);
COMMENT ON COLUMN planning_run.attempt IS
    'raised whenever an instance takes the run up; what an earlier attempt still writes is refused';
COMMENT ON COLUMN planning_run.spent_millis IS 'solving time of all attempts so far';
COMMENT ON COLUMN planning_run.problem IS 'as it was when the run first began; a resumed run goes on with the same one';

CREATE TABLE run_point (
    run            bigint NOT NULL REFERENCES planning_run (id) ON DELETE CASCADE,
    number         integer NOT NULL CHECK (number >= 1),
    elapsed_millis bigint NOT NULL CHECK (elapsed_millis >= 0),
    unserved       bigint NOT NULL CHECK (unserved >= 0),
    persons_served integer NOT NULL CHECK (persons_served >= 0),
    cost_fen       bigint NOT NULL CHECK (cost_fen >= 0),
    PRIMARY KEY (run, number)
);
COMMENT ON TABLE run_point IS 'How a run improved: at most about two points a second, the last one always';

-- -------------------------------------------------------------------------------------------- dispatch

CREATE TABLE trip_ran (
    plan_id   bigint NOT NULL REFERENCES plan (id),
    vehicle   text NOT NULL,
    kind      text NOT NULL CHECK (kind IN
              ('COACH', 'CHARTERED_TRAIN', 'CHARTERED_CARRIAGES', 'CHARTER_FLIGHT', 'SEAT_BLOCK')),
    name      text NOT NULL,
    carriages integer NOT NULL CHECK (carriages >= 0),
    ran_at    timestamptz NOT NULL,
    PRIMARY KEY (plan_id, vehicle),
    CHECK (carriages = 0 OR kind IN ('CHARTERED_TRAIN', 'CHARTERED_CARRIAGES'))
);
COMMENT ON TABLE trip_ran IS 'Trips of stored plans that have run; what the statistics count';
CREATE INDEX trip_ran_ran_at ON trip_ran (ran_at);

CREATE TABLE trip_boarding (
    plan_id  bigint NOT NULL,
    vehicle  text NOT NULL,
    number   integer NOT NULL CHECK (number >= 1),
    "group"  text NOT NULL REFERENCES worker_group (id),
    county   text NOT NULL CHECK (county ~ '^[0-9]{6}$'),
    persons  integer NOT NULL CHECK (persons >= 0),
    infants  integer NOT NULL CHECK (infants >= 0),
    main_leg boolean NOT NULL,
    PRIMARY KEY (plan_id, vehicle, number),
    FOREIGN KEY (plan_id, vehicle) REFERENCES trip_ran (plan_id, vehicle) ON DELETE CASCADE
);
COMMENT ON COLUMN trip_boarding.main_leg IS 'false for a feeder (接驳), which the main-leg rule does not count';
CREATE INDEX trip_boarding_group ON trip_boarding ("group");

-- ------------------------------------------------------------------------- db-scheduler (its own table)

CREATE TABLE scheduled_tasks (
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
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
