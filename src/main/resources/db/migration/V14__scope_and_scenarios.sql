-- Scope of planning runs, what-if (情景), runs that go on with a draft (继续优化).

CREATE TABLE scenario (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name         text NOT NULL CHECK (name <> ''),
    base_plan    bigint NOT NULL REFERENCES plan (id),
    changes      jsonb NOT NULL CHECK (jsonb_typeof(changes) = 'array'),
    version      integer NOT NULL DEFAULT 1 CHECK (version >= 1),
    state        text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ADOPTED', 'DROPPED')),
    made_by      text NOT NULL CHECK (made_by <> ''),
    made_at      timestamptz NOT NULL,
    adopted_plan bigint REFERENCES plan (id),
    CHECK ((state = 'ADOPTED') = (adopted_plan IS NOT NULL))
);
COMMENT ON TABLE scenario IS '情景: a stored plan''s problem with changes that are not real yet';
COMMENT ON COLUMN scenario.changes IS 'in the order in which they are applied: objects with kind and the fields of the change';
COMMENT ON COLUMN scenario.version IS 'one more with each change; a change names the version it was made from';

ALTER TABLE planning_run
    ADD COLUMN corridors      text[] NOT NULL DEFAULT '{}',
    ADD COLUMN regions        text[] NOT NULL DEFAULT '{}',
    ADD COLUMN cities         text[] NOT NULL DEFAULT '{}',
    ADD COLUMN only_unplanned boolean NOT NULL DEFAULT false,
    ADD COLUMN scenario       bigint REFERENCES scenario (id),
    ADD COLUMN base_plan      bigint REFERENCES plan (id),
    ADD COLUMN changes        jsonb,
    ADD COLUMN draft          bigint,
    ADD COLUMN draft_version  integer,
    ADD CHECK ((scenario IS NULL) = (base_plan IS NULL)),
    ADD CHECK ((scenario IS NULL) = (changes IS NULL)),
    ADD CHECK ((draft IS NULL) = (draft_version IS NULL));
COMMENT ON COLUMN planning_run.corridors IS '走廊 of the end away from home; empty, with no regions: all';
COMMENT ON COLUMN planning_run.regions IS 'provinces (2 digits) and prefectures (4 digits) of the end away from home';
COMMENT ON COLUMN planning_run.cities IS 'prefectures (4 digits) of the end at home; empty: all';
COMMENT ON COLUMN planning_run.only_unplanned IS 'without groups that have seats by a publication in force';
COMMENT ON COLUMN planning_run.changes IS 'what the scenario supposed when the run was started';
COMMENT ON COLUMN planning_run.draft IS '继续优化: the run goes on with the plan of this draft, problem and best_plan are there from the beginning';
CREATE INDEX planning_run_scenario ON planning_run (scenario) WHERE scenario IS NOT NULL;
