package io.chunfeng.demo;

import io.chunfeng.account.Account;
import io.chunfeng.account.Role;
import java.util.List;
import java.util.Set;

/** One of each role for the demo, and two counties that must not see each other's groups. */
public final class DemoAccounts {
    private DemoAccounts() {}

    public static List<Account> all() {
        return List.of(
                account("demo-dispatcher", "调度员（演示）", Role.DISPATCHER, Set.of()),
                account("demo-linyi", "临猗县劳务办（演示）", Role.COUNTY, Set.of("140821")),
                account("demo-xingxian", "兴县劳务办（演示）", Role.COUNTY, Set.of("141123")),
                account("demo-reporter", "统计报送（演示）", Role.REPORTER, Set.of()),
                account("demo-binhai", "滨海新区接收方（演示）", Role.RECEIVER, Set.of("120116")),
                account("demo-administrator", "管理员（演示）", Role.ADMINISTRATOR, Set.of()));
    }

    private static Account account(String login, String name, Role role, Set<String> counties) {
        return Account.fresh(login, name, role, counties, null).settled();
    }
}
