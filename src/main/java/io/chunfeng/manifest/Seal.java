package io.chunfeng.manifest;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Seals and opens passengers with given keys. */
final class Seal {
    private static final int INDEX_BYTES = 16;
    private static final String CHECK = "chunfeng manifest keys";

    private final Aead aead;
    private final PrfSet prfs;

    Seal(KeySets keys) {
        try {
            this.aead = keys.aead();
            this.prfs = keys.prfs();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys of another kind", e);
        }
    }

    SealedPassenger seal(String groupId, UUID id, Passenger passenger) {
        Document document = passenger.document();
        return new SealedPassenger(
                id,
                encrypt(PassengerBytes.of(passenger), binding(groupId, id)),
                document == null ? null : index(document.identity()));
    }

    /** @throws BrokenManifestException when it is not what was sealed for this row */
    Passenger open(String groupId, SealedPassenger row) {
        try {
            return PassengerBytes.read(aead.decrypt(row.sealed(), binding(groupId, row.id())));
        } catch (GeneralSecurityException e) {
            throw new BrokenManifestException(groupId);
        }
    }

    /** With each key, so that rows are found that an unfinished rotation has left. */
    List<byte[]> indexes(Document document) {
        try {
            List<byte[]> all = new ArrayList<>();
            for (Prf prf : prfs.getPrfs().values()) {
                all.add(prf.compute(bytes(document.identity()), INDEX_BYTES));
            }
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no index can be made", e);
        }
    }

    KeyCheck check() {
        return new KeyCheck(encrypt(bytes(CHECK), bytes(CHECK)), index(CHECK));
    }

    boolean fits(KeyCheck check) {
        try {
            aead.decrypt(check.sealed(), bytes(CHECK));
            for (Prf prf : prfs.getPrfs().values()) {
                if (Arrays.equals(prf.compute(bytes(CHECK), INDEX_BYTES), check.index())) {
                    return true;
                }
            }
            return false;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What a row is sealed together with: neither it nor its group can be exchanged. */
    private static byte[] binding(String groupId, UUID id) {
        return bytes("chunfeng passenger 1|" + id + "|" + groupId);
    }

    private byte[] encrypt(byte[] plain, byte[] binding) {
        try {
            return aead.encrypt(plain, binding);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot be sealed", e);
        }
    }

    private byte[] index(String identity) {
        try {
            return prfs.computePrimary(bytes(identity), INDEX_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no index can be made", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
