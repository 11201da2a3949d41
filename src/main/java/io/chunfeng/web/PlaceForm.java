package io.chunfeng.web;

/** A boarding point as it was typed. @param sure whether a doubt about its position has been answered */
record PlaceForm(String name, String county, String lon, String lat, String crs, Boolean sure) {
    PlaceForm {
        name = name == null ? "" : name;
        county = county == null ? "" : county;
        lon = lon == null ? "" : lon;
        lat = lat == null ? "" : lat;
        crs = crs == null ? "" : crs;
        sure = Boolean.TRUE.equals(sure);
    }

    static PlaceForm empty(String county) {
        return new PlaceForm("", county, "", "", "WGS84", false);
    }
}
