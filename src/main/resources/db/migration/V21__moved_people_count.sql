-- 改乘 counts on the trip that they rode instead. What was reported until now names no plan and stays uncounted there.

ALTER TABLE trip_event_boarded
    ADD COLUMN moved_to_plan bigint REFERENCES plan (id),
    ADD CHECK (moved_to_plan IS NULL OR moved_to IS NOT NULL);
COMMENT ON COLUMN trip_event_boarded.moved_to_plan IS 'Plan whose trip moved_to is, in force when it was reported';
CREATE INDEX trip_event_boarded_moved_to ON trip_event_boarded (moved_to) WHERE moved_to_plan IS NOT NULL;

CREATE VIEW trip_transfer AS
SELECT e.plan_id, e.vehicle, b.group_id, b.moved AS persons, b.moved_to_plan AS to_plan, b.moved_to AS to_vehicle
FROM trip_event_boarded b
JOIN trip_event e ON e.id = b.event_id
WHERE b.moved_to_plan IS NOT NULL
  AND NOT EXISTS (
      SELECT FROM trip_event l
      WHERE l.vehicle = e.vehicle AND l.id > e.id AND same_trip(l.vehicle, l.plan_id, e.plan_id)
        AND (l.report IN ('PLANNED', 'ASSEMBLING', 'DEPARTED', 'CANCELLED')
             OR l.report = 'ARRIVED' AND EXISTS (SELECT FROM trip_event_boarded c WHERE c.event_id = l.id)));
COMMENT ON VIEW trip_transfer IS '改乘 by the reports in force: persons of a group planned for one trip who rode another';
