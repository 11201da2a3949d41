package io.chunfeng.statistics;

import java.time.Instant;

/**
 * Which table, and as of when. The same query gives the same table for ever.
 *
 * @param template id, such as T-2024-SX @param version of the template, 1, 2, 3, …
 * @param unit 填报单位: GB/T 2260 code of a province (2 digits), city (4) or county (6)
 * @param asOf cumulative until this moment, itself included
 * @param recording what was recorded later is left out, see {@link io.chunfeng.dispatch.Recording#id()}
 */
public record TableQuery(
        String template, int version, String unit, Instant asOf, long recording, CountingSettings settings) {}
