package io.chunfeng.run;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a dispatcher asks for: plan the groups that want to leave in [from, to].
 *
 * @param asOf nothing is planned or booked before it
 * @param replanOf id of the published plan that is to be planned anew with as few changes as possible, or null
 * @param config name of a file in solver-configs, for example {@code standard.xml}
 * @param scope which of the groups
 * @param whatIf the scenario that it plans, or null
 * @param draft the draft whose plan it goes on with, or null
 */
public record RunRequest(
        LocalDate from,
        LocalDate to,
        Instant asOf,
        String config,
        int seconds,
        long seed,
        Long replanOf,
        RunScope scope,
        WhatIf whatIf,
        ForDraft draft) {

    /** Nothing is published yet. */
    public RunRequest(LocalDate from, LocalDate to, Instant asOf, String config, int seconds, long seed) {
        this(from, to, asOf, config, seconds, seed, null);
    }

    /** Of all groups. */
    public RunRequest(
            LocalDate from, LocalDate to, Instant asOf, String config, int seconds, long seed, Long replanOf) {
        this(from, to, asOf, config, seconds, seed, replanOf, RunScope.ALL, null, null);
    }

    public RunRequest withScope(RunScope changed) {
        return new RunRequest(from, to, asOf, config, seconds, seed, replanOf, changed, whatIf, draft);
    }
}
