package se.tillsyn.web.release;

/** The two rates of every cell. They have different denominators and are never mixed. */
public enum Measure {
    /** Deficient files of the files reviewed. */
    CASE("case"),
    /** Operations with at least one deficiency of the operations reviewed. */
    UNIT("unit");

    private final String code;

    Measure(String code) {
        this.code = code;
    }

    /** Code in addresses, message keys and files. */
    public String code() {
        return code;
    }
}
