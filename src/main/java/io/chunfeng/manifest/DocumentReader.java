package io.chunfeng.manifest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kind and number of a document: forgiving in form, strict in meaning. */
final class DocumentReader {
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?E\\+?\\d+");
    /** What remains of 18 digits in a number cell: 15 of them, then noughts. */
    private static final Pattern CUT = Pattern.compile("\\d{15}000");

    private final LocalDate today;
    private final List<PassengerFault> faults;

    /** @param faults receives what is wrong */
    DocumentReader(LocalDate today, List<PassengerFault> faults) {
        this.today = today;
        this.faults = faults;
    }

    /** Null when there is none or something is wrong with it. */
    Document read(String typedKind, String typedNumber, boolean needed) {
        String number = Written.number(typedNumber);
        String kindName = Written.word(typedKind);
        Optional<DocumentKind> named = DocumentKind.named(kindName);
        if (!kindName.isEmpty() && named.isEmpty()) {
            return fault("kind", "kind.unknown");
        }
        if (number.isEmpty()) {
            return needed ? fault("number", "number.missing") : null;
        }
        if (SCIENTIFIC.matcher(number).matches()) {
            return fault("number", "number.precision");
        }
        Optional<DocumentKind> fitting = DocumentKind.fitting(number);
        if (named.isEmpty() && fitting.isEmpty()) {
            return unnamed(number);
        }
        DocumentKind kind = named.orElseGet(fitting::get);
        String wrong = fault(kind, fitting.orElse(kind), number);
        return wrong == null ? new Document(kind, number) : fault("number", wrong);
    }

    /** Neither a kind nor a form that tells it. */
    private Document unnamed(String number) {
        if (number.matches("\\d{" + ResidentId.OLD_LENGTH + "}")) {
            return fault("number", "number.old");
        }
        return number.matches("\\d{10,}[\\dX]?") ? fault("number", "number.length") : fault("kind", "kind.missing");
    }

    private String fault(DocumentKind kind, DocumentKind fitting, String number) {
        boolean resident = kind == DocumentKind.RESIDENT_ID;
        if (resident && number.matches("\\d{" + ResidentId.OLD_LENGTH + "}")) {
            return "number.old";
        }
        if (resident && number.matches("\\d+X?") && number.length() != ResidentId.LENGTH) {
            return "number.length";
        }
        if (!kind.hasFormOf(number)) {
            return "number.form." + kind;
        }
        if (resident && fitting != kind) {
            return "number.kind." + fitting;
        }
        return resident || kind == DocumentKind.RESIDENCE_PERMIT ? checked(number) : dated(kind, number);
    }

    private String checked(String number) {
        Optional<String> fault = ResidentId.fault(number, today);
        return fault.isPresent() && CUT.matcher(number).matches() ? "number.precision" : fault.orElse(null);
    }

    private String dated(DocumentKind kind, String number) {
        if (kind != DocumentKind.PERMANENT_RESIDENCE || !kind.tellsBirth(number)) {
            return null;
        }
        LocalDate birth = ResidentId.birthDate(number);
        return birth == null ? "number.birth" : birth.isAfter(today) ? "number.future" : null;
    }

    private Document fault(String field, String code) {
        faults.add(new PassengerFault(field, code));
        return null;
    }
}
