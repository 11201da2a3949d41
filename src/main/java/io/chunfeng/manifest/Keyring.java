package io.chunfeng.manifest;

import io.chunfeng.manifest.ManifestKeysException.Reason;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The keys of this database, read from their file each time they are needed: a file that is gone, changed or restored tells at
 * once.
 */
public final class Keyring {
    private final KeyFile file;
    private final ManifestRepository manifests;

    /** @param file need not exist yet */
    public Keyring(Path file, ManifestRepository manifests) {
        this.file = new KeyFile(file);
        this.manifests = manifests;
    }

    /** @throws ManifestKeysException when the keys are not there or not the right ones */
    Seal toOpen() {
        return checked(keys(), manifests.keyCheck());
    }

    /** @throws ManifestKeysException when there are manifests and they could not be opened */
    public void check() {
        if (manifests.keyCheck().isPresent()) {
            toOpen();
        }
    }

    /** Makes keys where there have never been any. @throws ManifestKeysException as above */
    Seal toSeal() {
        if (file.read().isEmpty()) {
            manifests.forgetKeys(() -> {}); // of lost keys with which nothing is sealed
        }
        KeyCheck check = manifests.keyCheckOr(() -> new Seal(file.read().orElseGet(this::made)).check());
        return checked(keys(), Optional.of(check));
    }

    /** New keys from now on, everything sealed anew, the old keys gone. A kill at any moment leaves a state that goes on. */
    public int rotate() {
        if (manifests.keyCheck().isEmpty()) {
            return 0;
        }
        toOpen();
        file.write(keys().rotated());
        return finishRotation();
    }

    /** What a killed rotation has left; nothing most of the time. @return rows sealed anew */
    public int finishRotation() {
        Optional<KeySets> keys = file.read();
        if (keys.isEmpty() || !keys.get().holdsOldKeys()) {
            return 0;
        }
        Seal seal = toOpen();
        int resealed =
                manifests.reseal(groupId -> row -> seal.seal(groupId, row.id(), seal.open(groupId, row)), seal.check());
        file.write(keys.get().newest());
        return resealed;
    }

    /** When no manifest is left: whoever finds an old copy of the database shall not be able to read it either. */
    boolean shred() {
        return manifests.forgetKeys(file::delete);
    }

    private KeySets made() {
        KeySets fresh = KeySets.fresh();
        file.write(fresh);
        return fresh;
    }

    private KeySets keys() {
        return file.read()
                .orElseThrow(() -> new ManifestKeysException(
                        Reason.MISSING,
                        "花名册密钥文件 " + file.path() + " 不见了，花名册无法打开。请从备份恢复该文件，或用 chunfeng.manifest-keys 指明位置。"
                                + "/ The file of manifest keys " + file.path()
                                + " is missing, manifests cannot be opened. Restore it from its backup, or name it with"
                                + " chunfeng.manifest-keys.",
                        null));
    }

    private Seal checked(KeySets keys, Optional<KeyCheck> check) {
        Seal seal = new Seal(keys);
        if (check.isPresent() && !seal.fits(check.get())) {
            throw new ManifestKeysException(
                    Reason.WRONG,
                    "花名册密钥文件 " + file.path() + " 不是这个数据库的密钥，花名册无法打开。请恢复与该数据库对应的密钥文件。"
                            + "/ The file of manifest keys " + file.path()
                            + " does not belong to this database, manifests cannot be opened. Restore the file that does.",
                    null);
        }
        return seal;
    }
}
