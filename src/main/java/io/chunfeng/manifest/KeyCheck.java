package io.chunfeng.manifest;

/** Known words, sealed and indexed: tells whether a file holds the keys of this database. */
public record KeyCheck(byte[] sealed, byte[] index) {}
