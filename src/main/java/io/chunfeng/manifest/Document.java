package io.chunfeng.manifest;

import java.time.LocalDate;
import java.util.Optional;

/** @param number normalised: half-width, upper case, without spaces */
public record Document(DocumentKind kind, String number) {

    public Optional<LocalDate> birthDate() {
        return kind.tellsBirth(number) ? Optional.of(ResidentId.birthDate(number)) : Optional.empty();
    }

    public Optional<Sex> sex() {
        // for foreigners the digit is not documented to say it
        return kind.tellsBirth(number) && kind != DocumentKind.PERMANENT_RESIDENCE
                ? Optional.of(ResidentId.sex(number))
                : Optional.empty();
    }

    String identity() {
        return kind.identity(number);
    }

    /** Nothing of it, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "Document[" + kind + "]";
    }
}
