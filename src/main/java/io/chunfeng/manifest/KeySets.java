package io.chunfeng.manifest;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;

/**
 * Keys by purpose; the newest of each is used, older ones still open what they sealed.
 *
 * @param sealing AES-256-GCM
 * @param index HMAC-SHA256, for the blind index of document numbers
 */
record KeySets(KeysetHandle sealing, KeysetHandle index) {
    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static KeySets fresh() {
        return new KeySets(
                extended(KeysetHandle.newBuilder(), PredefinedAeadParameters.AES256_GCM),
                extended(KeysetHandle.newBuilder(), PredefinedPrfParameters.HMAC_SHA256_PRF));
    }

    /** The same with a new key of each purpose in use. */
    KeySets rotated() {
        return new KeySets(
                extended(KeysetHandle.newBuilder(sealing), PredefinedAeadParameters.AES256_GCM),
                extended(KeysetHandle.newBuilder(index), PredefinedPrfParameters.HMAC_SHA256_PRF));
    }

    /** Without the keys that are no longer in use. */
    KeySets newest() {
        return new KeySets(onlyPrimary(sealing), onlyPrimary(index));
    }

    boolean holdsOldKeys() {
        return sealing.size() > 1 || index.size() > 1;
    }

    private static KeysetHandle extended(KeysetHandle.Builder builder, Parameters parameters) {
        try {
            return builder.addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                            .withRandomId()
                            .makePrimary())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keys can be made", e);
        }
    }

    private static KeysetHandle onlyPrimary(KeysetHandle handle) {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
        for (int i = builder.size() - 1; i >= 0; i--) {
            if (!builder.getAt(i).isPrimary()) {
                builder.deleteAt(i);
            }
        }
        try {
            return builder.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keys can be taken out", e);
        }
    }

    Aead aead() throws GeneralSecurityException {
        return sealing.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    PrfSet prfs() throws GeneralSecurityException {
        return index.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    static String json(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    }

    static KeysetHandle handle(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    }
}
