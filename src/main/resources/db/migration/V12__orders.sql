-- 车辆、驾驶员, who drives which trip with which coach, and the orders (派车单) that publications issue.

CREATE TABLE coach (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version        integer NOT NULL DEFAULT 1 CHECK (version >= 1),
    plate          text NOT NULL UNIQUE CHECK (plate <> ''),
    pool_id        text NOT NULL,
    approved_seats integer NOT NULL CHECK (approved_seats >= 1),
    permit         text NOT NULL CHECK (permit <> ''),
    state          text NOT NULL CHECK (state IN ('READY', 'AWAY', 'WITHDRAWN')),
    changed_at     timestamptz NOT NULL
);
COMMENT ON TABLE coach IS '车辆. Never deleted: withdrawn ones stay for the orders of the past';
COMMENT ON COLUMN coach.pool_id IS 'of coach_pool; a pool may be removed, its coaches then wait for another';
COMMENT ON COLUMN coach.permit IS '道路运输证号';
CREATE INDEX coach_pool_id ON coach (pool_id);

CREATE TABLE driver (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version    integer NOT NULL DEFAULT 1 CHECK (version >= 1),
    name       text NOT NULL CHECK (name <> ''),
    phone      text NOT NULL CHECK (phone <> ''),
    operator   text NOT NULL CHECK (operator <> ''),
    licence    text NOT NULL UNIQUE CHECK (licence <> ''),
    state      text NOT NULL CHECK (state IN ('READY', 'AWAY', 'WITHDRAWN')),
    changed_at timestamptz NOT NULL
);
COMMENT ON TABLE driver IS '驾驶员. Never deleted: withdrawn ones stay for the orders of the past';
COMMENT ON COLUMN driver.licence IS '从业资格证号';
CREATE INDEX driver_operator ON driver (operator);

CREATE TABLE trip_assignment (
    plan_id    bigint NOT NULL REFERENCES plan (id),
    trip_id    text NOT NULL,
    version    integer NOT NULL DEFAULT 1 CHECK (version >= 1),
    coach_id   bigint REFERENCES coach (id),
    driver_ids bigint[] NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL CHECK (changed_by <> ''),
    PRIMARY KEY (plan_id, trip_id)
);
COMMENT ON TABLE trip_assignment IS
    'Coach and drivers that a dispatcher chose by hand before publishing; other trips get theirs by proposal';

CREATE TABLE dispatch_order (
    number      text NOT NULL,
    version     integer NOT NULL CHECK (version >= 1),
    state       text NOT NULL CHECK (state IN ('ISSUED', 'VOID')),
    publication integer NOT NULL REFERENCES publication (number),
    plan_id     bigint NOT NULL REFERENCES plan (id),
    trip_id     text NOT NULL,
    leaves_at   timestamptz NOT NULL,
    content     jsonb NOT NULL,
    reason      text CHECK (reason <> ''),
    issued_at   timestamptz NOT NULL,
    issued_by   text NOT NULL CHECK (issued_by <> ''),
    PRIMARY KEY (number, version),
    CHECK (state = 'ISSUED' OR version > 1)
);
COMMENT ON TABLE dispatch_order IS '派车单: every version of every order, each complete in itself; never changed or deleted';
COMMENT ON COLUMN dispatch_order.number IS 'year, publication that issued it first, trip: 2024-0007-C12';
COMMENT ON COLUMN dispatch_order.reason IS 'why coach or drivers were changed after it had been published';
CREATE INDEX dispatch_order_leaves_at ON dispatch_order (leaves_at);
CREATE TRIGGER dispatch_order_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON dispatch_order
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE TABLE publication_order (
    publication integer NOT NULL REFERENCES publication (number),
    number      text NOT NULL,
    version     integer NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('NEW', 'KEPT', 'CHANGED', 'VOID')),
    PRIMARY KEY (publication, number),
    FOREIGN KEY (number, version) REFERENCES dispatch_order (number, version)
);
COMMENT ON TABLE publication_order IS 'What each publication did to the orders it touched; orders of other trips are not in it';
CREATE INDEX publication_order_number ON publication_order (number);
CREATE TRIGGER publication_order_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON publication_order
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE VIEW order_latest AS
SELECT DISTINCT ON (number) *
FROM dispatch_order
ORDER BY number, version DESC;
COMMENT ON VIEW order_latest IS 'the latest version of each order; in force where it is ISSUED';
