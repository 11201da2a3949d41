package io.chunfeng.intake;

import java.util.List;

/** A column that a table may have. */
public interface Column {
    /** Unique in its table; a header may also be just this. */
    String key();

    /** The usual header. */
    String title();

    /** Other headers that mean it; spaces, width, case, marks and what stands in brackets do not matter. */
    List<String> synonyms();
}
