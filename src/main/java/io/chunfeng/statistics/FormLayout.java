package io.chunfeng.statistics;

/** How a form is laid out on paper. */
public enum FormLayout {
    /** A nested header, below it one row for each city: the table of a province. */
    ROWS,
    /** 项目 and 数量: one unit, its items one below the other, 其中 indented. */
    ITEMS,
    /** One unit named at the head, a nested header, one row, signatures at the foot. */
    SHEET
}
