package io.chunfeng.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong in a form, by field; the first finding of each. */
final class FieldErrors {
    private final Map<String, Wrong> byField = new LinkedHashMap<>();

    /**
     * @param key of a message
     * @param detail its only figure
     */
    record Wrong(String key, String detail) {}

    void add(String field, String key) {
        add(field, key, "");
    }

    void add(String field, String key, String detail) {
        byField.putIfAbsent(field, new Wrong(key, detail));
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    public boolean has(String field) {
        return byField.containsKey(field);
    }

    public Wrong get(String field) {
        return byField.get(field);
    }

    Map<String, Wrong> byField() {
        return byField;
    }
}
