package io.chunfeng.web;

import io.chunfeng.account.Account;
import io.chunfeng.account.Role;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An account as it was typed.
 *
 * @param counties GB/T 2260 codes, separated by anything
 */
record AccountForm(String login, String name, String role, String counties, String employer) {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_EMPLOYER = 100;
    private static final Pattern CODE = Pattern.compile("[1-9]\\d{5}");

    AccountForm {
        login = login == null ? "" : login;
        name = name == null ? "" : name;
        role = role == null ? "" : role;
        counties = counties == null ? "" : counties;
        employer = employer == null ? "" : employer;
    }

    static AccountForm empty() {
        return new AccountForm("", "", Role.COUNTY.name(), "", "");
    }

    static AccountForm of(Account account) {
        return new AccountForm(
                account.login(),
                account.name(),
                account.role().name(),
                account.counties().stream().sorted().collect(Collectors.joining(", ")),
                account.employer());
    }

    /** @return null when something is wrong */
    Account read(FieldErrors errors) {
        String wantedLogin = Account.normal(login);
        if (!Account.isLogin(wantedLogin)) {
            errors.add("login", "accounts.error.login");
        }
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            errors.add("name", "accounts.error.name");
        }
        Role wanted = readRole(errors);
        Set<String> codes = readCounties(wanted, errors);
        String works = employer.strip();
        checkEmployer(wanted, works, codes, errors);
        return errors.isEmpty()
                ? Account.fresh(wantedLogin, name.strip(), wanted, codes, works.isEmpty() ? null : works)
                : null;
    }

    private Role readRole(FieldErrors errors) {
        return Arrays.stream(Role.values())
                .filter(known -> known.name().equals(role))
                .findFirst()
                .orElseGet(() -> {
                    errors.add("role", "accounts.error.role");
                    return null;
                });
    }

    private Set<String> readCounties(Role wanted, FieldErrors errors) {
        Set<String> codes = new LinkedHashSet<>();
        Arrays.stream(counties.split("[\\s,;，；、]+"))
                .filter(code -> !code.isEmpty())
                .forEach(codes::add);
        codes.stream()
                .filter(code -> !CODE.matcher(code).matches())
                .findFirst()
                .ifPresent(wrong -> errors.add("counties", "accounts.error.county", wrong));
        if (wanted == Role.COUNTY && codes.isEmpty()) {
            errors.add("counties", "accounts.error.noCounty");
        }
        if (!codes.isEmpty() && wanted != null && wanted != Role.COUNTY && wanted != Role.RECEIVER) {
            errors.add("counties", "accounts.error.countiesUnused");
        }
        return codes;
    }

    private static void checkEmployer(Role wanted, String works, Set<String> codes, FieldErrors errors) {
        if (works.length() > LONGEST_EMPLOYER) {
            errors.add("employer", "accounts.error.employerLong");
        }
        if (!works.isEmpty() && wanted != null && wanted != Role.RECEIVER) {
            errors.add("employer", "accounts.error.employerUnused");
        }
        if (wanted == Role.RECEIVER && works.isEmpty() == codes.isEmpty()) {
            errors.add("employer", "accounts.error.receiver");
        }
    }
}
