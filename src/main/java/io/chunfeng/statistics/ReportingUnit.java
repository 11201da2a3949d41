package io.chunfeng.statistics;

/**
 * 填报单位: whose figures a row of a table holds.
 *
 * @param code first digits of the GB/T 2260 code: two of a province, four of a city, six of a county
 * @param name as printed
 */
public record ReportingUnit(String code, String name) {
    public ReportingUnit {
        if (code == null || !code.matches("[0-9]{2}|[0-9]{4}|[0-9]{6}")) {
            throw new IllegalArgumentException("code of a unit must be two, four or six digits: " + code);
        }
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("unit " + code + " has no name");
        }
    }

    public boolean isProvince() {
        return code.length() == 2;
    }

    public boolean isCity() {
        return code.length() == 4;
    }

    public boolean isCounty() {
        return code.length() == 6;
    }

    public boolean contains(String other) {
        return other.startsWith(code);
    }
}
