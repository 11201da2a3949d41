package io.chunfeng.storage;

/** A setting has a value that cannot be. The message says in Chinese and English which and what to do. */
public class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingException(String chinese, String english) {
        super(chinese + "\n" + english);
    }
}
