-- Ways by road that were computed once, kept for whoever plans next. All of it may be deleted: it is computed again.

CREATE TABLE known_network (
    id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key     text NOT NULL UNIQUE CHECK (key <> ''),
    used_at timestamptz NOT NULL
);
COMMENT ON TABLE known_network IS 'Roads that figures were computed on; what has not been used for 30 days is removed';
COMMENT ON COLUMN known_network.key IS 'names map, profile and closures: another key, other figures';

CREATE TABLE known_point (
    id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    network integer NOT NULL REFERENCES known_network (id) ON DELETE CASCADE,
    lon     double precision NOT NULL,
    lat     double precision NOT NULL,
    UNIQUE (network, lon, lat)
);
COMMENT ON TABLE known_point IS 'Points of places, WGS-84; places at one point share its ways';

CREATE TABLE known_star (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    point  integer NOT NULL REFERENCES known_point (id) ON DELETE CASCADE,
    inward boolean NOT NULL,
    ways   bytea NOT NULL CHECK (octet_length(ways) > 0 AND octet_length(ways) % 14 = 0)
);
COMMENT ON TABLE known_star IS 'Ways from one point to others or, inward, from others to it; a way may lie in several stars, with the same figures';
COMMENT ON COLUMN known_star.ways IS
    '14 bytes a way, big-endian: other point, metres, seconds (4 bytes each; -1 and -1: no way), expressway share in ten-thousandths (2 bytes)';
CREATE INDEX known_star_point ON known_star (point);
-- read as a whole and hardly compressible: compressing them takes longer than writing them
ALTER TABLE known_star ALTER ways SET STORAGE EXTERNAL;
