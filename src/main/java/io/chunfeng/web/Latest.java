package io.chunfeng.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The entries asked for last. To be guarded by whoever shares it. */
final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int kept;

    Latest(int kept) {
        super(kept * 2, 0.75f, true);
        this.kept = kept;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > kept;
    }
}
