package io.chunfeng.statistics;

import java.math.BigDecimal;

/**
 * One cell of a filled-in table that may hold something, wherever its form puts it.
 *
 * @param row code of the city or county, or the unit's where the form has one row
 * @param column number of the column or item, counted from 1
 * @param address in the workbook, such as G5
 * @param number null for words and for what is left empty
 * @param words null for numbers and for what is left empty
 * @param counted from the ledger: it opens to trips
 */
public record FilledCell(String row, int column, String address, BigDecimal number, String words, boolean counted) {}
