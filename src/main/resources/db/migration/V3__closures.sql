-- 封路: roads that cannot be driven for a time, and which of them each planning run avoids.

CREATE TABLE closure (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind               text NOT NULL CHECK (kind IN ('ROAD', 'AREA')),
    road_number        text CHECK (road_number <> ''),
    between_id         text CHECK (between_id <> ''),
    between_name       text CHECK (between_name <> ''),
    between_admin_code text CHECK (between_admin_code ~ '^[0-9]{6}$'),
    between_given_lon  double precision CHECK (between_given_lon BETWEEN -180 AND 180),
    between_given_lat  double precision CHECK (between_given_lat BETWEEN -90 AND 90),
    between_given_crs  text CHECK (between_given_crs IN ('WGS84', 'GCJ02', 'BD09')),
    between_lon        double precision CHECK (between_lon BETWEEN -180 AND 180),
    between_lat        double precision CHECK (between_lat BETWEEN -90 AND 90),
    and_id             text CHECK (and_id <> ''),
    and_name           text CHECK (and_name <> ''),
    and_admin_code     text CHECK (and_admin_code ~ '^[0-9]{6}$'),
    and_given_lon      double precision CHECK (and_given_lon BETWEEN -180 AND 180),
    and_given_lat      double precision CHECK (and_given_lat BETWEEN -90 AND 90),
    and_given_crs      text CHECK (and_given_crs IN ('WGS84', 'GCJ02', 'BD09')),
    and_lon            double precision CHECK (and_lon BETWEEN -180 AND 180),
    and_lat            double precision CHECK (and_lat BETWEEN -90 AND 90),
    centre_given_lon   double precision CHECK (centre_given_lon BETWEEN -180 AND 180),
    centre_given_lat   double precision CHECK (centre_given_lat BETWEEN -90 AND 90),
    centre_given_crs   text CHECK (centre_given_crs IN ('WGS84', 'GCJ02', 'BD09')),
    centre_lon         double precision CHECK (centre_lon BETWEEN -180 AND 180),
    centre_lat         double precision CHECK (centre_lat BETWEEN -90 AND 90),
    radius_metres      integer CHECK (radius_metres BETWEEN 500 AND 200000),
    closed_from        timestamptz NOT NULL,
    closed_until       timestamptz,
    reason             text NOT NULL CHECK (reason <> ''),
    recorded_at        timestamptz NOT NULL,
    lifted_at          timestamptz,
    CHECK (closed_until > closed_from),
    CHECK (lifted_at >= recorded_at),
    CONSTRAINT closure_has_exactly_one_extent CHECK (
        CASE kind
            WHEN 'ROAD' THEN
                num_nulls(between_id, between_name, between_admin_code, between_given_lon, between_given_lat,
                          between_given_crs, between_lon, between_lat, and_id, and_name, and_admin_code, and_given_lon,
                          and_given_lat, and_given_crs, and_lon, and_lat) = 0
                AND num_nonnulls(centre_given_lon, centre_given_lat, centre_given_crs, centre_lon, centre_lat,
                                 radius_metres) = 0
            WHEN 'AREA' THEN
                num_nonnulls(road_number, between_id, between_name, between_admin_code, between_given_lon,
                             between_given_lat, between_given_crs, between_lon, between_lat, and_id, and_name,
                             and_admin_code, and_given_lon, and_given_lat, and_given_crs, and_lon, and_lat) = 0
                AND num_nulls(centre_given_lon, centre_given_lat, centre_given_crs, centre_lon, centre_lat,
                              radius_metres) = 0
        END)
);
COMMENT ON TABLE closure IS
    '封路: a road between two places, or every road of an area; its places are kept with it and outlive the place table';
COMMENT ON COLUMN closure.road_number IS 'for example G5; null: the whole fastest way between the two places';
COMMENT ON COLUMN closure.closed_from IS 'first moment closed';
COMMENT ON COLUMN closure.closed_until IS 'first moment open again; null: until it is lifted';
COMMENT ON COLUMN closure.lifted_at IS '解除: from then on no new run avoids it';

CREATE FUNCTION closure_is_only_lifted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.lifted_at IS NULL AND NEW.lifted_at IS NOT NULL
       AND to_jsonb(OLD) - 'lifted_at' = to_jsonb(NEW) - 'lifted_at' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'closure % is recorded: it can be lifted once and is never changed or deleted', OLD.id;
END $$;
CREATE TRIGGER closure_is_only_lifted BEFORE UPDATE OR DELETE ON closure
    FOR EACH ROW EXECUTE FUNCTION closure_is_only_lifted();

ALTER TABLE planning_run
    ADD COLUMN closures bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN cut_off  text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN planning_run.closures IS 'closures that its matrix avoids; a resumed run keeps them with its problem';
COMMENT ON COLUMN planning_run.cut_off IS 'groups that have no way by road because of them';
