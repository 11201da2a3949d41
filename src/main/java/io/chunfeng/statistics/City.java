package io.chunfeng.statistics;

/**
 * A row of a table by city (市).
 *
 * @param code first four digits of the GB/T 2260 code
 * @param name as printed in the column 市级名称
 */
public record City(String code, String name) {
    public City {
        if (code == null || !code.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("code of a city must be four digits: " + code);
        }
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("city " + code + " has no name");
        }
    }
}
