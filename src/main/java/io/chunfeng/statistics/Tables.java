package io.chunfeng.statistics;

/** Every table of every template, filled in from the ledger and the entered figures. */
public interface Tables {

    /** @throws IllegalArgumentException when there is no such template, version or unit */
    StatisticsTable table(TableQuery query);
}
