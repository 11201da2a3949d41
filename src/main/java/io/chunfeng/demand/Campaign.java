package io.chunfeng.demand;

import java.time.LocalDate;

/**
 * 春风行动 of one season.
 *
 * @param springFestival first day of the first lunar month
 */
public record Campaign(
        String id,
        String name,
        String province,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate springFestival,
        LocalDate peakFrom,
        LocalDate peakTo) {}
