package io.chunfeng.run;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a dispatcher asks for: plan the groups that want to leave in [from, to].
 *
 * @param asOf nothing is planned or booked before it
 * @param replanOf id of the published plan that is to be planned anew with as few changes as possible, or null
 * @param config name of a file in solver-configs, for example {@code standard.xml}
 */
public record RunRequest(
        LocalDate from, LocalDate to, Instant asOf, String config, int seconds, long seed, Long replanOf) {

    /** Nothing is published yet. */
    public RunRequest(LocalDate from, LocalDate to, Instant asOf, String config, int seconds, long seed) {
        this(from, to, asOf, config, seconds, seed, null);
    }
}
