package io.chunfeng.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Orders (派车单) of published trips, and what is chosen for trips before they are published. */
public interface TripOrders {

    /** What publishing this plan would meet now. */
    OrderSituation situation(long planId);

    /** The latest version of every order that leaves on one of these days (Asia/Shanghai), by departure; voided ones too. */
    List<TripOrder> leaving(LocalDate from, LocalDate to);

    /** What a publication did, in order of departure. */
    List<IssuedOrder> of(int publication);

    /** Every version of an order, newest first; empty for an unknown number. */
    List<TripOrder> versions(String number);

    /** Latest version by number, of the orders that a publication touched. */
    Map<String, Integer> latestVersions(int publication);

    /**
     * 重新备案: another coach or other drivers for an order in force; a new version.
     *
     * @param from the version that whoever changes it knows of
     * @param reason never blank
     * @throws StaleOrderException when there is a newer one, or it is void
     * @throws AssignmentRefusedException when a rule would be broken
     */
    TripOrder reassign(String number, int from, Long coachId, List<Long> driverIds, String reason, String actor);

    /** By trip. */
    Map<String, ChosenAssignment> chosen(long planId);

    /**
     * @param from version of the choice that this one replaces, 0 for none
     * @throws StaleOrderException when somebody else has chosen meanwhile
     */
    void choose(long planId, String tripId, Long coachId, List<Long> driverIds, int from, String actor);

    /** Back to what is proposed. @throws StaleOrderException when somebody else has chosen meanwhile */
    void forget(long planId, String tripId, int from);
}
