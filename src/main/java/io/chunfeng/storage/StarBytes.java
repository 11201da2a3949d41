package io.chunfeng.storage;

import io.chunfeng.road.WayStar;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/** Stars as they lie in the database: 14 bytes a way, described in V2__known_ways.sql. */
final class StarBytes {
    private static final int BYTES_OF_WAY = 14;

    private StarBytes() {}

    static byte[] bytes(WayStar star, int[] idOfNumber) {
        ByteBuffer bytes = ByteBuffer.allocate(star.size() * BYTES_OF_WAY);
        for (int i = 0; i < star.size(); i++) {
            bytes.putInt(idOfNumber[star.others()[i]])
                    .putInt(star.metres()[i])
                    .putInt(star.seconds()[i])
                    .putShort(star.expressway()[i]);
        }
        return bytes.array();
    }

    /** The ways to those points that are asked for. */
    static WayStar star(int point, boolean inward, byte[] ways, Map<Integer, Integer> numberOfId) {
        ByteBuffer bytes = ByteBuffer.wrap(ways);
        int[] others = new int[ways.length / BYTES_OF_WAY];
        int[] metres = new int[others.length];
        int[] seconds = new int[others.length];
        short[] expressway = new short[others.length];
        int size = 0;
        while (bytes.hasRemaining()) {
            Integer other = numberOfId.get(bytes.getInt());
            metres[size] = bytes.getInt();
            seconds[size] = bytes.getInt();
            expressway[size] = bytes.getShort();
            if (other != null) {
                others[size++] = other;
            }
        }
        return new WayStar(
                point,
                inward,
                Arrays.copyOf(others, size),
                Arrays.copyOf(metres, size),
                Arrays.copyOf(seconds, size),
                Arrays.copyOf(expressway, size));
    }
}
