-- 阶段性活动进展情况: reports of a unit and period, and every version of what was written in them. And what the vehicles of
-- plans offer and cost, worked out once: plans never change.

CREATE TABLE stage_report (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit       text NOT NULL CHECK (unit ~ '^([0-9]{2}|[0-9]{4})$'),
    first_day  date NOT NULL,
    last_day   date NOT NULL,
    UNIQUE (unit, first_day, last_day),
    CHECK (last_day >= first_day)
);

CREATE TABLE stage_report_version (
    report_id     bigint NOT NULL REFERENCES stage_report (id),
    number        integer NOT NULL CHECK (number >= 1),
    recording     bigint NOT NULL CHECK (recording >= 0),
    counting_rule text NOT NULL,
    rail          text NOT NULL,
    seat_blocks   text NOT NULL,
    since         date NOT NULL,
    compared_from date,
    compared_to   date,
    launch        text NOT NULL,
    homeward      bigint CHECK (homeward >= 0),
    stayed        bigint CHECK (stayed >= 0),
    measures      text NOT NULL,
    difficulties  text NOT NULL,
    suggestions   text NOT NULL,
    written_by    text NOT NULL CHECK (written_by <> ''),
    written_at    timestamptz NOT NULL,
    PRIMARY KEY (report_id, number),
    CHECK ((compared_from IS NULL) = (compared_to IS NULL))
);
COMMENT ON TABLE stage_report_version IS 'Each writing of a report, with the recording that its figures are as of (0: nothing recorded)';
CREATE TRIGGER stage_report_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON stage_report
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();
CREATE TRIGGER stage_report_version_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON stage_report_version
    FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE TABLE vehicle_offer (
    plan_id  bigint NOT NULL REFERENCES plan (id),
    vehicle  text NOT NULL,
    seats    bigint NOT NULL CHECK (seats >= 0),
    cost_fen bigint NOT NULL CHECK (cost_fen >= 0),
    PRIMARY KEY (plan_id, vehicle)
);
COMMENT ON TABLE vehicle_offer IS 'Seats for passengers and transport cost by vehicle of a plan, derived from the plan when first asked for';
