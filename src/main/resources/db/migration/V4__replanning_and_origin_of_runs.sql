ALTER TABLE plan
    ADD COLUMN change_fen bigint NOT NULL DEFAULT 0 CHECK (change_fen >= 0);
COMMENT ON COLUMN plan.change_fen IS 'part of the cost: people who travel otherwise than published';

ALTER TABLE planning_run
    ADD COLUMN replan_of    bigint REFERENCES plan (id),
    ADD COLUMN code_version text,
    ADD COLUMN threads      integer CHECK (threads >= 1),
    ADD COLUMN map_sha256   text,
    ADD COLUMN bound_fen    bigint CHECK (bound_fen >= 0);
COMMENT ON COLUMN planning_run.replan_of IS 'the published plan that is planned anew with as few changes as possible';
COMMENT ON COLUMN planning_run.code_version IS 'of the program that worked on it last; runs of earlier versions have none';
COMMENT ON COLUMN planning_run.threads IS 'cores used at most by the last attempt';
COMMENT ON COLUMN planning_run.map_sha256 IS 'map of its matrix';
COMMENT ON COLUMN planning_run.bound_fen IS 'no plan that serves as many costs less; unknown for most runs';
