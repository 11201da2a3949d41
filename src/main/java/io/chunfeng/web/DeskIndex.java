package io.chunfeng.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Things by the index of their first use, each shown once. */
final class DeskIndex<T> {
    private final Map<T, Integer> known = new HashMap<>();
    private final List<Object> shown = new ArrayList<>();
    private final Function<T, ?> words;

    /** @param words what is shown of a thing */
    DeskIndex(Function<T, ?> words) {
        this.words = words;
    }

    int of(T thing) {
        Integer index = known.get(thing);
        if (index == null) {
            index = shown.size();
            known.put(thing, index);
            shown.add(words.apply(thing));
        }
        return index;
    }

    List<Object> all() {
        return shown;
    }
}
