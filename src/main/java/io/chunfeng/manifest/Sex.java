package io.chunfeng.manifest;

public enum Sex {
    MALE,
    FEMALE
}
