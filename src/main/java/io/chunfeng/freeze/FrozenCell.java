package io.chunfeng.freeze;

import io.chunfeng.statistics.FilledCell;

/**
 * A cell of a frozen table.
 *
 * @param rowName of the city, county or unit, as it was called then
 * @param heading of the column or item
 * @param unit of the figure, or null
 */
public record FrozenCell(FilledCell cell, String rowName, String heading, String unit) {}
