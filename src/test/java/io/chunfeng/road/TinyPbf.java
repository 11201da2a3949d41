package io.chunfeng.road;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small extracts by hand, uncompressed. Layout: https://wiki.openstreetmap.org/wiki/PBF_Format */
final class TinyPbf {
    private static final int NODE = 0;
    private static final int WAY = 1;
    static final int HEAD_BYTES = head().length;

    private final List<String> strings = new ArrayList<>(List.of(""));
    private final Message nodes = new Message();
    private final Message ways = new Message();
    private final Message relations = new Message();
    private int wayId = 1;
    private int relationId = 1;

    TinyPbf node(long id, double lon, double lat) {
        nodes.bytes(
                1,
                new Message()
                        .number(1, zigZag(id))
                        .number(8, zigZag(Math.round(lat * 1e7)))
                        .number(9, zigZag(Math.round(lon * 1e7))));
        return this;
    }

    TinyPbf way(long from, long to, String... tags) {
        return way(List.of(from, to), tags);
    }

    TinyPbf way(List<Long> nodeIds, String... tags) {
        Message keys = new Message();
        Message values = new Message();
        for (int i = 0; i < tags.length; i += 2) {
            keys.varint(string(tags[i]));
            values.varint(string(tags[i + 1]));
        }
        Message refs = new Message();
        long previous = 0;
        for (long id : nodeIds) {
            refs.varint(zigZag(id - previous));
            previous = id;
        }
        ways.bytes(
                3,
                new Message().number(1, wayId++).bytes(2, keys).bytes(3, values).bytes(8, refs));
        return this;
    }

    /** No turn from a way to another at a node; ways are numbered from 1 in the order they were added. */
    TinyPbf noTurn(int fromWay, long viaNode, int toWay) {
        Message keys = new Message().varint(string("type")).varint(string("restriction"));
        Message values = new Message().varint(string("restriction")).varint(string("no_left_turn"));
        Message roles =
                new Message().varint(string("from")).varint(string("via")).varint(string("to"));
        Message members = new Message()
                .varint(zigZag(fromWay))
                .varint(zigZag(viaNode - fromWay))
                .varint(zigZag(toWay - viaNode));
        Message types = new Message().varint(WAY).varint(NODE).varint(WAY);
        relations.bytes(
                4,
                new Message()
                        .number(1, relationId++)
                        .bytes(2, keys)
                        .bytes(3, values)
                        .bytes(8, roles)
                        .bytes(9, members)
                        .bytes(10, types));
        return this;
    }

    byte[] bytes() {
        Message table = new Message();
        strings.forEach(string -> table.bytes(1, new Message().raw(string.getBytes(StandardCharsets.UTF_8))));
        Message block =
                new Message().bytes(1, table).bytes(2, nodes).bytes(2, ways).bytes(2, relations);
        return new Message().raw(head()).raw(blob("OSMData", block)).done();
    }

    private int string(String text) {
        if (!strings.contains(text)) {
            strings.add(text);
        }
        return strings.indexOf(text);
    }

    private static byte[] head() {
        return blob(
                "OSMHeader",
                new Message().bytes(4, new Message().raw("OsmSchema-V0.6".getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] blob(String type, Message content) {
        byte[] blob = new Message().bytes(1, content).done();
        byte[] header = new Message()
                .bytes(1, new Message().raw(type.getBytes(StandardCharsets.UTF_8)))
                .number(3, blob.length)
                .done();
        byte[] length = ByteBuffer.allocate(Integer.BYTES).putInt(header.length).array();
        return new Message().raw(length).raw(header).raw(blob).done();
    }

    private static long zigZag(long value) {
        return value << 1 ^ value >> 63;
    }

    /** A protobuf message under construction. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            return varint(field << 3).varint(value);
        }

        Message bytes(int field, Message content) {
            return varint(field << 3 | 2).varint(content.out.size()).raw(content.done());
        }

        Message varint(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                out.write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
            return this;
        }

        Message raw(byte[] content) {
            out.writeBytes(content);
            return this;
        }

        byte[] done() {
            return out.toByteArray();
        }
    }
}
