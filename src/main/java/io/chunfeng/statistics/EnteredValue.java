package io.chunfeng.statistics;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What somebody entered in one field of a form. */
public sealed interface EnteredValue {

    /** @param kept whole numbers, 分 for money */
    record Number(long kept) implements EnteredValue {}

    /** @param codes GB/T 2260, six digits */
    record Counties(SortedSet<String> codes) implements EnteredValue {
        public Counties {
            codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        }
    }

    record Text(String words) implements EnteredValue {}

    /** Nothing is not zero: what was entered before is taken back. */
    record Nothing() implements EnteredValue {}
}
