package io.chunfeng.web;

import io.chunfeng.dispatch.Handovers;
import io.chunfeng.plan.PlanningProblem;
import java.time.DateTimeException;
import java.time.LocalDateTime;

/**
 * 交接 as it is typed.
 *
 * @param planned persons expected, as the page showed: another number received needs a remark
 * @param at local time in Asia/Shanghai
 */
record HandoverForm(long plan, String group, String vehicle, int planned, String received, String at, String remark) {
    private static final int MOST_PERSONS = 100_000;
    private static final int LONGEST_REMARK = 500;

    /** The row that it is about. */
    public boolean about(long planId, String groupId, String vehicleId) {
        return plan == planId && group.equals(groupId) && vehicle.equals(vehicleId);
    }

    /** Null when something is wrong, which is then among the errors. */
    Handovers.Confirmation read(FieldErrors errors) {
        int counted = count(errors);
        LocalDateTime moment = moment(errors);
        if (errors.isEmpty() && counted != planned && (remark == null || remark.isBlank())) {
            errors.add("remark", "handover.error.difference");
        }
        if (remark != null && remark.length() > LONGEST_REMARK) {
            errors.add("remark", "request.error.reasonLong", String.valueOf(LONGEST_REMARK));
        }
        return errors.isEmpty()
                ? new Handovers.Confirmation(
                        plan,
                        group,
                        vehicle,
                        counted,
                        moment.atZone(PlanningProblem.ZONE).toInstant(),
                        remark)
                : null;
    }

    private int count(FieldErrors errors) {
        try {
            int counted = Integer.parseInt(received == null ? "" : received.strip());
            if (counted >= 0 && counted <= MOST_PERSONS) {
                return counted;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        errors.add("received", "handover.error.received");
        return 0;
    }

    private LocalDateTime moment(FieldErrors errors) {
        try {
            return LocalDateTime.parse(at == null ? "" : at.strip());
        } catch (DateTimeException e) {
            errors.add("at", "request.error.moment");
            return null;
        }
    }
}
