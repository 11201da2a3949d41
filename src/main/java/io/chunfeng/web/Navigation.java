package io.chunfeng.web;

import io.chunfeng.account.Role;
import io.chunfeng.web.security.Access;
import java.util.List;

/** The pages on the left, in their order. Each has a message {@code nav.<section>}. */
final class Navigation {
    private static final List<Item> ITEMS = List.of(
            new Item("overview", "/"),
            new Item("intake", "/intake"),
            new Item("groups", "/groups"),
            new Item("submissions", "/submissions"),
            new Item("requests", "/requests"),
            new Item("capacity", "/capacity"),
            new Item("planning", "/planning"),
            new Item("closures", "/closures"),
            new Item("plans", "/plans"),
            new Item("desk", "/drafts"),
            new Item("orders", "/orders"),
            new Item("day", "/day"),
            new Item("arrivals", "/arrivals"),
            new Item("statistics", "/statistics"),
            new Item("entry", "/statistics/entry"),
            new Item("accounts", "/accounts"),
            new Item("audit", "/audit"));

    private Navigation() {}

    /** @param section as a page names it to the layout */
    record Item(String section, String href) {}

    static List<Item> of(Role role) {
        return ITEMS.stream().filter(item -> Access.mayRead(role, item.href)).toList();
    }
}
