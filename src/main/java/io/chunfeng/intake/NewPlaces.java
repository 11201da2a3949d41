package io.chunfeng.intake;

import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceCheck;
import io.chunfeng.place.Position;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Boarding points that counties set themselves. */
public final class NewPlaces {
    /** Two points nearer than that are one: people point at a gate or at the middle of a yard. */
    private static final int SAME_METRES = 50;

    /** Of the ids of boarding points that counties have set. */
    static final String PREFIX = "bp-";

    private NewPlaces() {}

    /** The same name at the same point has the same id, so that a file sent twice makes no second place. */
    public static Place boardingPoint(String name, String county, Position given) {
        String clean = Texts.clean(name);
        String key = String.format(Locale.ROOT, "%s|%.4f|%.4f|%s", clean, given.lon(), given.lat(), given.crs());
        return new Place(PREFIX + county + "-" + digest(key), clean, county, given);
    }

    static boolean same(Place known, Position given) {
        return PlaceCheck.metres(known.position(), given) < SAME_METRES;
    }

    /** The system in which the same figures would be the known point. */
    static Optional<String> otherSystem(Place known, Position given) {
        for (Crs crs : Crs.values()) {
            if (crs != given.crs() && same(known, new Position(given.lon(), given.lat(), crs))) {
                return Optional.of(crs.name());
            }
        }
        return Optional.empty();
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
