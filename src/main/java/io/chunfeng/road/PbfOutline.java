package io.chunfeng.road;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Walks through the blocks of an {@code .osm.pbf} file without unpacking them: tells in moments that a file is something else, is empty or
 * was cut off, before an import of minutes begins. Layout: https://wiki.openstreetmap.org/wiki/PBF_Format
 */
final class PbfOutline {
    private static final int MAX_BLOB_HEADER_BYTES = 64 * 1024;
    private static final int MAX_BLOB_BYTES = 32 * 1024 * 1024;

    private PbfOutline() {}

    /** @throws MapFormatException when this is no complete extract */
    static void check(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new MapFormatException(
                    file + ": no readable file; name an .osm.pbf extract with --map or chunfeng.map");
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() == 0) {
                throw new MapFormatException(file + ": the file is empty; download the extract again");
            }
            int blocks = 0;
            while (in.getFilePointer() < in.length()) {
                block(in, file, blocks++);
            }
            if (blocks < 2) {
                throw new MapFormatException(file + ": the extract holds no data; download it again");
            }
        } catch (EOFException e) {
            throw cutOff(file, e);
        } catch (IOException e) {
            throw new MapFormatException(file + ": cannot be read (" + e + "); check the disk and the file", e);
        }
    }

    private static void block(RandomAccessFile in, Path file, int number) throws IOException {
        boolean first = number == 0;
        if (first && in.length() < Integer.BYTES) {
            throw notPbf(file);
        }
        int headerBytes = in.readInt();
        if (headerBytes <= 0 || headerBytes > MAX_BLOB_HEADER_BYTES) {
            throw first ? notPbf(file) : damaged(file, in.getFilePointer());
        }
        byte[] header = new byte[headerBytes];
        in.readFully(header);
        BlobHeader blob = BlobHeader.parse(header);
        if (blob == null || first != "OSMHeader".equals(blob.type())) {
            throw first ? notPbf(file) : damaged(file, in.getFilePointer());
        }
        if (blob.bytes() <= 0 || blob.bytes() > MAX_BLOB_BYTES) {
            throw damaged(file, in.getFilePointer());
        }
        if (in.getFilePointer() + blob.bytes() > in.length()) {
            throw cutOff(file, null);
        }
        in.seek(in.getFilePointer() + blob.bytes());
    }

    private static MapFormatException notPbf(Path file) {
        return new MapFormatException(
                file + ": not an OpenStreetMap extract in PBF format, whatever its name; download an .osm.pbf file");
    }

    private static MapFormatException damaged(Path file, long position) {
        return new MapFormatException(file + ": damaged at byte " + position + "; download the extract again");
    }

    private static MapFormatException cutOff(Path file, Exception cause) {
        return new MapFormatException(file + ": the file is cut off in the middle; download the extract again", cause);
    }

    /** The three fields of the format's BlobHeader message: type = 1, indexdata = 2 (skipped), datasize = 3. */
    private record BlobHeader(String type, int bytes) {
        static BlobHeader parse(byte[] message) {
            String type = "";
            int bytes = -1;
            int at = 0;
            while (at < message.length) {
                int tag = message[at++];
                long[] value = varint(message, at);
                if (value == null || tag != 0x0a && tag != 0x12 && tag != 0x18) {
                    return null;
                }
                at = (int) value[1];
                if (tag == 0x18) {
                    bytes = (int) Math.min(Integer.MAX_VALUE, value[0]);
                } else {
                    if (value[0] > message.length - at) {
                        return null;
                    }
                    if (tag == 0x0a) {
                        type = new String(message, at, (int) value[0], StandardCharsets.UTF_8);
                    }
                    at += (int) value[0];
                }
            }
            return new BlobHeader(type, bytes);
        }

        /** Value and position behind it, or null when it does not end within five bytes. */
        private static long[] varint(byte[] message, int start) {
            long value = 0;
            for (int i = 0; i < 5 && start + i < message.length; i++) {
                value |= (long) (message[start + i] & 0x7f) << (7 * i);
                if (message[start + i] >= 0) {
                    return new long[] {value, start + i + 1};
                }
            }
            return null;
        }
    }
}
