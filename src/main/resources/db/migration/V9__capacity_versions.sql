-- Two dispatchers never overwrite one another: a change states the version it was made from.

ALTER TABLE coach_pool
    ADD COLUMN version    integer NOT NULL DEFAULT 1 CHECK (version >= 1),
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE train_service
    ADD COLUMN version    integer NOT NULL DEFAULT 1 CHECK (version >= 1),
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE flight
    ADD COLUMN version    integer NOT NULL DEFAULT 1 CHECK (version >= 1),
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN coach_pool.version IS 'grows by one with each change';
COMMENT ON COLUMN train_service.version IS 'grows by one with each change';
COMMENT ON COLUMN flight.version IS 'grows by one with each change';
