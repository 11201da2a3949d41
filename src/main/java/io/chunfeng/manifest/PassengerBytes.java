package io.chunfeng.manifest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A passenger as bytes, filled up with noughts so that the length tells nothing about the name. */
final class PassengerBytes {
    private static final int VERSION = 1;
    private static final int STEP = 128;

    private PassengerBytes() {}

    static byte[] of(Passenger passenger) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(passenger.name());
            Document document = passenger.document();
            out.writeUTF(document == null ? "" : document.kind().name());
            out.writeUTF(document == null ? "" : document.number());
            out.writeUTF(passenger.phone() == null ? "" : passenger.phone());
            out.writeUTF(passenger.role().name());
            out.writeBoolean(passenger.wheelchair());
            out.writeUTF(passenger.remark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] plain = bytes.toByteArray();
        return Arrays.copyOf(plain, (plain.length + STEP - 1) / STEP * STEP);
    }

    static Passenger read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("passenger of version " + version + "; this program reads " + VERSION);
            }
            String name = in.readUTF();
            String kind = in.readUTF();
            String number = in.readUTF();
            String phone = in.readUTF();
            PassengerRole role = PassengerRole.valueOf(in.readUTF());
            return new Passenger(
                    name,
                    kind.isEmpty() ? null : new Document(DocumentKind.valueOf(kind), number),
                    phone.isEmpty() ? null : phone,
                    role,
                    in.readBoolean(),
                    in.readUTF());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
