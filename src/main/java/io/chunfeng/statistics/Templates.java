package io.chunfeng.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where templates are kept. */
public interface Templates {

    /** All versions, by id, newest version first. */
    List<TemplateVersion> all();

    Optional<TemplateVersion> version(String id, int version);

    /** The newest published version: the one to fill in. */
    default Optional<TemplateVersion> inForce(String id) {
        return all().stream()
                .filter(version -> version.id().equals(id) && version.published())
                .findFirst();
    }

    /** There is at most one for each template: the next version. */
    default Optional<TemplateVersion> draft(String id) {
        return all().stream()
                .filter(version -> version.id().equals(id) && !version.published())
                .findFirst();
    }

    /** Of each template the version to fill in. */
    default List<TemplateVersion> inForce() {
        Map<String, TemplateVersion> newest = new LinkedHashMap<>();
        all().stream().filter(TemplateVersion::published).forEach(version -> newest.putIfAbsent(version.id(), version));
        return List.copyOf(newest.values());
    }

    /**
     * Keeps a draft of the template's next version.
     *
     * @param edition of the draft that was changed, 0 when there was none
     * @throws StaleTemplateException when somebody else changed or published it meanwhile
     */
    TemplateVersion saveDraft(TemplateForm form, int edition, String login);

    /**
     * Publishes the draft; from now on it is the version to fill in and never changes.
     *
     * @throws StaleTemplateException when it is not the draft of this edition any more
     * @throws IllegalArgumentException when it is not complete, or a column changed what it holds
     */
    TemplateVersion publish(String id, int edition, String login);
}
