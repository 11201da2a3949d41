package io.chunfeng.place;

/**
 * A province, prefecture or county of GB/T 2260.
 *
 * @param code six digits: province 2, prefecture 2, county 2
 * @param path names from the province down, for people: 山西省太原市小店区
 */
public record AdminArea(String code, String name, String path) {

    public boolean isProvince() {
        return code.endsWith("0000");
    }

    public boolean isPrefecture() {
        return code.endsWith("00") && !isProvince();
    }
}
