package io.chunfeng.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final KeySets KEYS = KeySets.fresh();
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Passenger PASSENGER = new Passenger(
            "测试甲",
            new Document(DocumentKind.RESIDENT_ID, TestPersons.id(1)),
            "13800001234",
            PassengerRole.ESCORT,
            true,
            "第一排");

    private final Seal seal = new Seal(KEYS);

    @Test
    void opensWhatWasSealed() {
        assertThat(seal.open("G1", seal.seal("G1", ID, PASSENGER))).isEqualTo(PASSENGER);
        Passenger infant = new Passenger("测试婴", null, null, PassengerRole.INFANT, false, "");
        SealedPassenger sealed = seal.seal("G1", ID, infant);
        assertThat(seal.open("G1", sealed)).isEqualTo(infant);
        assertThat(sealed.index()).isNull();
    }

    @Test
    void isBoundToGroupAndRow() {
        SealedPassenger sealed = seal.seal("G1", ID, PASSENGER);
        assertBroken(seal, "G2", sealed);
        assertBroken(seal, "G1", new SealedPassenger(UUID.randomUUID(), sealed.sealed(), sealed.index()));
        byte[] changed = sealed.sealed().clone();
        changed[changed.length / 2] ^= 1;
        assertBroken(seal, "G1", new SealedPassenger(ID, changed, sealed.index()));
        assertBroken(new Seal(KeySets.fresh()), "G1", sealed);
    }

    /** The same person sealed twice gives other bytes, the same index, and lengths that tell nothing about the name. */
    @Test
    void tellsNothing() {
        SealedPassenger one = seal.seal("G1", ID, PASSENGER);
        SealedPassenger again = seal.seal("G1", ID, PASSENGER);
        assertThat(one.sealed()).isNotEqualTo(again.sealed());
        assertThat(one.index()).isEqualTo(again.index()).hasSize(16);
        Passenger longName = new Passenger("阿".repeat(12), PASSENGER.document(), null, PassengerRole.WORKER, false, "");
        assertThat(seal.seal("G1", ID, longName).sealed()).hasSameSizeAs(one.sealed());
        String bytes = new String(one.sealed(), StandardCharsets.UTF_8);
        assertThat(bytes).doesNotContain("测试甲", TestPersons.id(1), "13800001234");
    }

    @Test
    void theIndexIsOfTheNumberAndItsKind() {
        assertThat(index(new Document(DocumentKind.TAIWAN_PERMIT, "12345678")))
                .isNotEqualTo(index(new Document(DocumentKind.PASSPORT, "12345678")));
        assertThat(index(new Document(DocumentKind.HONG_KONG_MACAO_PERMIT, "H1234567801")))
                .isEqualTo(index(new Document(DocumentKind.HONG_KONG_MACAO_PERMIT, "H1234567802")));
        assertThat(new Seal(KeySets.fresh()).indexes(PASSENGER.document()).get(0))
                .isNotEqualTo(index(PASSENGER.document()));
    }

    @Test
    void afterARotationOldRowsOpenAndNewOnesAreFoundByBothIndexes() {
        SealedPassenger old = seal.seal("G1", ID, PASSENGER);
        KeySets rotated = KEYS.rotated();
        Seal both = new Seal(rotated);
        assertThat(rotated.holdsOldKeys()).isTrue();
        assertThat(both.open("G1", old)).isEqualTo(PASSENGER);
        assertThat(both.indexes(PASSENGER.document())).hasSize(2).anyMatch(index -> Arrays.equals(index, old.index()));
        SealedPassenger anew = both.seal("G1", ID, PASSENGER);
        assertBroken(seal, "G1", anew);
        KeySets newest = rotated.newest();
        assertThat(newest.holdsOldKeys()).isFalse();
        assertThat(new Seal(newest).open("G1", anew)).isEqualTo(PASSENGER);
        assertBroken(new Seal(newest), "G1", old);
    }

    @Test
    void knowsItsOwnCheckAndNoOther() {
        assertThat(seal.fits(seal.check())).isTrue();
        assertThat(new Seal(KEYS.rotated()).fits(seal.check())).isTrue();
        assertThat(new Seal(KeySets.fresh()).fits(seal.check())).isFalse();
        KeySets otherIndex = new KeySets(KEYS.sealing(), KeySets.fresh().index());
        assertThat(new Seal(otherIndex).fits(seal.check())).isFalse();
    }

    private byte[] index(Document document) {
        return seal.indexes(document).get(0);
    }

    private static void assertBroken(Seal seal, String groupId, SealedPassenger row) {
        assertThatThrownBy(() -> seal.open(groupId, row))
                .isInstanceOf(BrokenManifestException.class)
                .hasMessageContaining(groupId)
                .hasMessageNotContainingAny("测试甲", TestPersons.id(1));
    }
}
