package io.chunfeng.storage;

import io.chunfeng.demand.Scope;
import java.util.Map;

/** Scopes as conditions of SQL: the database selects what somebody may see. */
final class Scopes {
    private Scopes() {}

    /** On a worker_group called g; its values are those of {@link #parameters}. */
    static String condition(Scope scope) {
        if (scope instanceof Scope.RegisteredBy) {
            return "g.county = ANY (:scopeCounties)";
        }
        if (scope instanceof Scope.ArrivingIn) {
            return "EXISTS (SELECT FROM place w WHERE w.id = g.to_place AND w.admin_code = ANY (:scopeCounties))";
        }
        return scope instanceof Scope.WorkingFor ? "g.employer = :scopeEmployer" : "true";
    }

    static Map<String, Object> parameters(Scope scope) {
        if (scope instanceof Scope.RegisteredBy by) {
            return Map.of("scopeCounties", by.counties().toArray(String[]::new));
        }
        if (scope instanceof Scope.ArrivingIn in) {
            return Map.of("scopeCounties", in.counties().toArray(String[]::new));
        }
        return scope instanceof Scope.WorkingFor of ? Map.of("scopeEmployer", of.employer()) : Map.of();
    }
}
