package io.chunfeng.place;

/** Coordinate systems in use in China. Mixing them moves a point by 100 to 700 m. */
public enum Crs {
    /** GPS and OpenStreetMap. */
    WGS84,
    /** 高德, 腾讯. */
    GCJ02,
    /** 百度. */
    BD09
}
