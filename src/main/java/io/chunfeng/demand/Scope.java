package io.chunfeng.demand;

import java.util.Set;

/** Which groups somebody may see. Every query that serves a person takes one; the database does the selecting. */
public sealed interface Scope {

    /** Dispatchers, reporters, administrators, and the program itself. */
    record Everything() implements Scope {}

    /** Staff of counties of labour export. @param counties GB/T 2260 codes, six digits */
    record RegisteredBy(Set<String> counties) implements Scope {
        public RegisteredBy {
            counties = Set.copyOf(counties);
        }
    }

    /** Staff of counties of workplaces. @param counties GB/T 2260 codes, six digits, of the workplace */
    record ArrivingIn(Set<String> counties) implements Scope {
        public ArrivingIn {
            counties = Set.copyOf(counties);
        }
    }

    /** An employer, by the name that groups carry. */
    record WorkingFor(String employer) implements Scope {}
}
