package io.chunfeng.web;

/** A boarding point as it was typed. @param sure whether a doubt about its position has been answered */
record PlaceForm(String name, String county, String lon, String lat, String crs, boolean sure) {

    static PlaceForm empty(String county) {
        return new PlaceForm("", county, "", "", "WGS84", false);
    }
}
