package io.chunfeng.storage;

/** The embedded database cannot be used. The message says in Chinese and English what is wrong and what to do. */
public class DataFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFolderException(String chinese, String english) {
        this(chinese, english, null);
    }

    DataFolderException(String chinese, String english, Throwable cause) {
        super(chinese + "\n" + english, cause);
    }
}
