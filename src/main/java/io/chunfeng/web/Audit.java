package io.chunfeng.web;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Entries of the audit log for what is done on pages about groups: who, what, to which one. */
@Component
class Audit {
    private final AuditLog log;
    private final Clock clock;
    private final HttpServletRequest request;

    /** @param request the one that is being answered, whichever that is */
    Audit(AuditLog log, Clock clock, HttpServletRequest request) {
        this.log = log;
        this.clock = clock;
        this.request = request;
    }

    void add(Viewer viewer, String action, String subject, String detail) {
        add(viewer.login(), action, subject, detail);
    }

    /** Of somebody who may have no account. */
    void add(String actor, String action, String subject, String detail) {
        log.add(new AuditLog.Entry(clock.instant(), actor, action, subject, detail, request.getRemoteAddr()));
    }
}
