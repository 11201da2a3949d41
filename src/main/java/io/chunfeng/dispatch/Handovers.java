package io.chunfeng.dispatch;

import io.chunfeng.demand.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Arrivals at the workplaces, and the hand-overs there. Entries are only ever added. */
public interface Handovers {

    /** Persons expected by day of arrival (Asia/Shanghai), by the publications in force. */
    Map<LocalDate, Integer> days(Scope scope);

    /** Of one day, by time, group and vehicle. */
    List<Arrival> arrivals(Scope scope, LocalDate day);

    /** Every hand-over of a group, those taken back too, newest first; empty outside of the scope. */
    List<Handover> ofGroup(Scope scope, String groupId);

    /**
     * @param remark may be null or blank when as many came as planned
     * @throws HandoverRefusedException when there is no such arrival in the scope, or it is confirmed already
     */
    void confirm(Scope scope, Confirmation confirmation, String actor);

    /** @param remark why, never blank @throws HandoverRefusedException when it is not there or taken back already */
    void takeBack(Scope scope, long id, String remark, String actor);

    record Confirmation(long planId, String groupId, String vehicle, int received, Instant receivedAt, String remark) {}
}
