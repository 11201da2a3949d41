package io.chunfeng.web;

import io.chunfeng.desk.Drafts;
import io.chunfeng.desk.Sheet;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The drafts looked at last, as their pages show them. */
@Component
class DraftShelf {
    private static final int KEPT = 6;

    private final Drafts drafts;
    private final Map<Long, DeskView> desks = new Latest<>(KEPT);

    DraftShelf(Drafts drafts) {
        this.drafts = drafts;
    }

    /** @throws NotFoundException when there is no such draft */
    DeskView get(long id) {
        try {
            return of(drafts.sheet(id));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    DeskView of(Sheet sheet) {
        long id = sheet.draft().id();
        synchronized (desks) {
            DeskView known = desks.get(id);
            if (known != null && known.draft().equals(sheet.draft())) {
                return known;
            }
        }
        DeskView made = DeskView.of(sheet);
        synchronized (desks) {
            desks.put(id, made);
        }
        return made;
    }
}
