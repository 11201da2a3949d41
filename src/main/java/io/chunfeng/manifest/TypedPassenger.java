package io.chunfeng.manifest;

/** A passenger as typed into a form or a cell, so that nothing is lost on an error. */
public record TypedPassenger(
        String name, String kind, String number, String phone, String role, String wheelchair, String remark) {
    public static final TypedPassenger EMPTY = new TypedPassenger("", "", "", "", "", "", "");

    public TypedPassenger {
        name = name == null ? "" : name;
        kind = kind == null ? "" : kind;
        number = number == null ? "" : number;
        phone = phone == null ? "" : phone;
        role = role == null ? "" : role;
        wheelchair = wheelchair == null ? "" : wheelchair;
        remark = remark == null ? "" : remark;
    }

    /** Codes in place of words, for a form's choices. */
    public static TypedPassenger of(Passenger known) {
        Document document = known.document();
        return new TypedPassenger(
                known.name(),
                document == null ? "" : document.kind().name(),
                document == null ? "" : document.number(),
                known.phone(),
                known.role().name(),
                known.wheelchair() ? "1" : "",
                known.remark());
    }

    /** Nothing of it, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "TypedPassenger[]";
    }
}
