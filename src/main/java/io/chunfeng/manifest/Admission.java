package io.chunfeng.manifest;

import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationRepository;
import java.util.EnumSet;
import java.util.Set;

/** Who may open which manifest: its county, and dispatchers. Who may change it: its county, until the group has left. */
final class Admission {
    private static final Set<Role> READERS = EnumSet.of(Role.COUNTY, Role.DISPATCHER);
    private static final Set<GroupState> CLOSED =
            EnumSet.of(GroupState.DEPARTED, GroupState.CLOSED, GroupState.WITHDRAWN);

    private final RegistrationRepository registrations;

    Admission(RegistrationRepository registrations) {
        this.registrations = registrations;
    }

    /** @throws NoSuchManifestException for everybody else, as for a group that does not exist */
    Registration reading(Viewer viewer, String groupId) {
        if (!READERS.contains(viewer.role())) {
            throw new NoSuchManifestException();
        }
        return registrations.find(viewer.scope(), groupId).orElseThrow(NoSuchManifestException::new);
    }

    static boolean mayWrite(Viewer viewer, Registration group) {
        return viewer.role() == Role.COUNTY && !CLOSED.contains(group.state());
    }

    void writing(Viewer viewer, String groupId) {
        Registration group = reading(viewer, groupId);
        if (viewer.role() != Role.COUNTY) {
            throw new NoSuchManifestException();
        }
        if (!mayWrite(viewer, group)) {
            throw new ManifestClosedException(groupId, group.state());
        }
    }
}
