package io.chunfeng.manifest;

/** The same document number in another group. @param index of the number */
public record Sighting(byte[] index, Journey journey) {}
