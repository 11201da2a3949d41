package io.chunfeng.account;

import java.time.Instant;
import java.util.List;

/** Who did what. Entries are only ever added. */
public interface AuditLog {

    /**
     * @param actor login name; for a failed sign-in the name that was tried
     * @param action code in lower case with dots, for example {@code manifest.opened}; has a message {@code audit.<action>}
     * @param subject what it was done to, for example a group's id; may be null
     * @param detail figures for the reader, never personal data or secrets; may be null
     * @param address of the client; null for the program itself
     */
    record Entry(Instant at, String actor, String action, String subject, String detail, String address) {}

    void add(Entry entry);

    /** Newest first. @param actor null for everybody; @param action null for every action */
    List<Entry> entries(String actor, String action, int limit, int offset);

    /** Every action that there is an entry of. */
    List<String> actions();
}
