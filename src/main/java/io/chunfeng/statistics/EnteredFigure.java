package io.chunfeng.statistics;

import io.chunfeng.dispatch.Recording;
import java.time.Instant;

/**
 * 录入数: one field of a form as somebody entered it. Only ever added; a later one for the same moment corrects it.
 *
 * @param template id @param version of the template it was entered in
 * @param unit code of the city or county that it belongs to
 * @param column key, the same in all versions
 * @param asOf it is cumulative until this moment
 * @param recording when it was recorded, by whom and, for a correction, why
 */
public record EnteredFigure(
        String template,
        int version,
        String unit,
        String column,
        Instant asOf,
        EnteredValue value,
        Recording recording) {}
