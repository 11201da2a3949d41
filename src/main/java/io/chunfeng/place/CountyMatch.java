package io.chunfeng.place;

import java.util.List;

/** What a county's name or code turns out to be. */
public sealed interface CountyMatch {
    record Found(AdminArea county) implements CountyMatch {}

    /** The name fits several: their city has to be named. */
    record Several(List<AdminArea> counties) implements CountyMatch {}

    /** A province or a prefecture with counties. @param counties those below it */
    record TooWide(AdminArea area, List<AdminArea> counties) implements CountyMatch {}

    /** 开发区 and the like: it lies in counties but is none. */
    record FunctionalZone(String code) implements CountyMatch {}

    /** @param similar counties whose names are written nearly so */
    record Unknown(List<AdminArea> similar) implements CountyMatch {}
}
