package io.chunfeng.run;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a dispatcher asks for: plan the groups that want to leave in [from, to].
 *
 * @param asOf nothing is planned or booked before it
 * @param config name of a file in solver-configs, for example {@code standard.xml}
 */
public record RunRequest(LocalDate from, LocalDate to, Instant asOf, String config, int seconds, long seed) {}
