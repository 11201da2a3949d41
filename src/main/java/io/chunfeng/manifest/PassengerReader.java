package io.chunfeng.manifest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads passengers as typed by people: every fault at once, none with what was typed in it. */
public final class PassengerReader {
    /** From this birthday on a child takes a seat. */
    static final int YEARS_WITH_SEAT = 6;

    private static final int LONGEST_REMARK = 100;
    private static final Pattern NAME =
            Pattern.compile("[\\p{IsHan}〇\\p{Co}·]{2,30}|[\\p{IsLatin}][\\p{IsLatin} ,.'\\-]{1,59}"
                    + "|(?=.*\\p{IsHan})[\\p{IsHan}〇\\p{Co}\\p{IsLatin}·]{2,30}");
    private static final Set<String> YES = Set.of("是", "有", "需要", "轮椅", "√", "✓", "Y", "YES", "TRUE", "1", "ON");
    private static final Set<String> NO = Set.of("", "否", "无", "没有", "不需要", "×", "N", "NO", "FALSE", "0", "-");

    private final LocalDate today;
    private final LocalDate travelDay;

    /**
     * @param today in Asia/Shanghai
     * @param travelDay of the group: how old an infant is
     */
    public PassengerReader(LocalDate today, LocalDate travelDay) {
        this.today = today;
        this.travelDay = travelDay;
    }

    /** Null when something is wrong. @param faults receives what */
    public Passenger read(TypedPassenger typed, List<PassengerFault> faults) {
        List<PassengerFault> found = new ArrayList<>();
        String name = name(typed.name(), found);
        PassengerRole role = role(typed.role(), found);
        Document document =
                new DocumentReader(today, found).read(typed.kind(), typed.number(), role != PassengerRole.INFANT);
        checkAge(role, document, found);
        String phone = phone(typed.phone(), role, found);
        boolean wheelchair = wheelchair(typed.wheelchair(), role, found);
        String remark = Written.text(typed.remark());
        if (remark.length() > LONGEST_REMARK) {
            found.add(new PassengerFault("remark", "remark.long"));
        }
        faults.addAll(found);
        return found.isEmpty() ? new Passenger(name, document, phone, role, wheelchair, remark) : null;
    }

    private static String name(String typed, List<PassengerFault> faults) {
        String name = Written.name(typed);
        if (name.isEmpty()) {
            faults.add(new PassengerFault("name", "name.missing"));
        } else if (!NAME.matcher(name).matches()) {
            faults.add(new PassengerFault("name", "name.form"));
        }
        return name;
    }

    private static PassengerRole role(String typed, List<PassengerFault> faults) {
        String word = Written.word(typed);
        if (word.isEmpty()) {
            return PassengerRole.WORKER;
        }
        return PassengerRole.named(word).orElseGet(() -> {
            faults.add(new PassengerFault("role", "role.unknown"));
            return PassengerRole.WORKER;
        });
    }

    private void checkAge(PassengerRole role, Document document, List<PassengerFault> faults) {
        if (role != PassengerRole.INFANT || document == null) {
            return;
        }
        boolean tooOld = document.birthDate()
                .filter(birth -> !birth.plusYears(YEARS_WITH_SEAT).isAfter(travelDay))
                .isPresent();
        if (tooOld) {
            faults.add(new PassengerFault("role", "role.age"));
        }
    }

    private static String phone(String typed, PassengerRole role, List<PassengerFault> faults) {
        String word = Written.word(typed);
        if (word.isEmpty()) {
            if (role == PassengerRole.ESCORT) {
                faults.add(new PassengerFault("phone", "phone.missing"));
            }
            return null;
        }
        return PhoneNumber.read(word).orElseGet(() -> {
            faults.add(new PassengerFault("phone", "phone.form"));
            return null;
        });
    }

    private static boolean wheelchair(String typed, PassengerRole role, List<PassengerFault> faults) {
        String word = Written.word(typed).toUpperCase(java.util.Locale.ROOT);
        boolean yes = YES.contains(word);
        if (!yes && !NO.contains(word)) {
            faults.add(new PassengerFault("wheelchair", "wheelchair.unknown"));
        }
        if (yes && role == PassengerRole.INFANT) {
            faults.add(new PassengerFault("wheelchair", "wheelchair.infant"));
        }
        return yes;
    }
}
