package io.chunfeng.demand;

/** What is to be done to one registration. */
public sealed interface RegistrationChange {
    int NEW = 0;

    String groupId();

    /** Made from this version; {@link #NEW} for a group that is not registered yet. */
    int fromVersion();

    GroupState to();

    /** A new group, or other figures for a known one. */
    record Put(Group group, GroupState to, int fromVersion) implements RegistrationChange {
        @Override
        public String groupId() {
            return group.id();
        }
    }

    /** @param note why, for the history; may be null */
    record Move(String groupId, GroupState to, int fromVersion, String note) implements RegistrationChange {}
}
