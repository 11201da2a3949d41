package io.chunfeng.dispatch;

import io.chunfeng.dispatch.RanTrip.Boarding;
import io.chunfeng.dispatch.RanTrip.Ends;

/** Boardings of people who travel from the county that registered them to 深圳市宝安区. */
public final class Boardings {
    public static final String WORKPLACE = "440306";

    private Boardings() {}

    public static Boarding main(String group, String county, int persons) {
        return of(group, county, persons, 0, true);
    }

    public static Boarding feeder(String group, String county, int persons) {
        return of(group, county, persons, 0, false);
    }

    public static Boarding of(String group, String county, int persons, int infants, boolean mainLeg) {
        return new Boarding(group, county, persons, infants, 0, mainLeg, Ends.of(county, county, WORKPLACE));
    }
}
