package io.chunfeng.manifest;

import io.chunfeng.account.Viewer;

/** @param address of the client, for the audit log; null for none */
public record Asker(Viewer viewer, String address) {}
