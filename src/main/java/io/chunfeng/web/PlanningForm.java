package io.chunfeng.web;

import io.chunfeng.demand.Campaign;
import io.chunfeng.place.Corridor;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.run.PlanningRuns;
import io.chunfeng.run.RunRequest;
import io.chunfeng.run.RunScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was typed, as it was typed, so that nothing is lost on an error.
 *
 * @param asOf local time in Asia/Shanghai, as {@code 2024-01-25T00:00}
 * @param corridors names of {@link Corridor}; like the two below null or empty where nothing is chosen
 * @param regions codes of provinces and prefectures of the end away
 * @param cities codes of prefectures of the end at home
 * @param unplanned anything: only groups without a seat by a publication in force
 */
record PlanningForm(
        String from,
        String to,
        String asOf,
        String config,
        String seconds,
        String seed,
        List<String> corridors,
        List<String> regions,
        List<String> cities,
        String unplanned) {

    PlanningForm {
        corridors = corridors == null ? List.of() : List.copyOf(corridors);
        regions = regions == null ? List.of() : List.copyOf(regions);
        cities = cities == null ? List.of() : List.copyOf(cities);
    }

    /** Everybody of the days. */
    PlanningForm(String from, String to, String asOf, String config, String seconds, String seed) {
        this(from, to, asOf, config, seconds, seed, null, null, null, null);
    }

    /**
     * The peak of the campaign. Looking back at a season that is over, planning stands at the season's first day, or no
     * service could be booked any more.
     */
    static PlanningForm defaults(Campaign campaign, Instant now, List<String> configs) {
        LocalDate from = campaign == null ? Format.dateOf(now) : campaign.peakFrom();
        LocalDate to = campaign == null ? from.plusDays(1) : campaign.peakTo();
        LocalDateTime asOf =
                LocalDateTime.ofInstant(now, PlanningProblem.ZONE).withSecond(0).withNano(0);
        if (campaign != null && asOf.toLocalDate().isAfter(from)) {
            asOf = campaign.firstDay().atStartOfDay();
        }
        String config = configs.stream()
                .filter(name -> name.startsWith("standard"))
                .findFirst()
                .orElse(configs.isEmpty() ? "" : configs.get(0));
        return new PlanningForm(from.toString(), to.toString(), asOf.toString(), config, "60", "1");
    }

    /**
     * Reads the form.
     *
     * @param errors receives field name → message key for everything that is wrong
     * @return null when something is wrong
     */
    RunRequest read(Map<String, String> errors) {
        LocalDate first = date(from, "from", errors);
        LocalDate last = date(to, "to", errors);
        if (first != null && last != null && last.isBefore(first)) {
            errors.put("to", "planning.error.order");
        }
        Long limit = number(seconds, "seconds", errors);
        if (limit != null && (limit < 1 || limit > PlanningRuns.MAX_SECONDS)) {
            errors.put("seconds", "planning.error.seconds");
        }
        Long start = number(seed, "seed", errors);
        Instant standing = moment(asOf, errors);
        RunScope scope = scope(errors);
        return errors.isEmpty()
                ? new RunRequest(first, last, standing, config, limit.intValue(), start).withScope(scope)
                : null;
    }

    public boolean onlyUnplanned() {
        return unplanned != null && !unplanned.isBlank();
    }

    /** Whether anything of the scope is chosen. */
    public boolean scoped() {
        return onlyUnplanned() || !corridors.isEmpty() || !regions.isEmpty() || !cities.isEmpty();
    }

    private RunScope scope(Map<String, String> errors) {
        try {
            return new RunScope(
                    corridors.stream().map(Corridor::valueOf).collect(Collectors.toSet()),
                    new HashSet<>(regions),
                    new HashSet<>(cities),
                    onlyUnplanned());
        } catch (IllegalArgumentException e) {
            errors.put("scope", "planning.error.scope");
            return null;
        }
    }

    static Map<String, String> noErrors() {
        return new LinkedHashMap<>();
    }

    private static LocalDate date(String typed, String field, Map<String, String> errors) {
        try {
            return LocalDate.parse(typed == null ? "" : typed.strip());
        } catch (DateTimeParseException e) {
            errors.put(field, "planning.error.date");
            return null;
        }
    }

    private static Instant moment(String typed, Map<String, String> errors) {
        try {
            return LocalDateTime.parse(typed == null ? "" : typed.strip())
                    .atZone(PlanningProblem.ZONE)
                    .toInstant();
        } catch (DateTimeParseException e) {
            errors.put("asOf", "planning.error.moment");
            return null;
        }
    }

    private static Long number(String typed, String field, Map<String, String> errors) {
        try {
            return Long.valueOf(typed == null ? "" : typed.strip());
        } catch (NumberFormatException e) {
            errors.put(field, "planning.error.number");
            return null;
        }
    }
}
