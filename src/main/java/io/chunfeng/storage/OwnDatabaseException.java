package io.chunfeng.storage;

/** The PostgreSQL named in the settings cannot be used. The message says in Chinese and English what is wrong and what to do. */
public class OwnDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OwnDatabaseException(String chinese, String english, Throwable cause) {
        super(chinese + "\n" + english, cause);
    }
}
