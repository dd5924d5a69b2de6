package se.tillsyn.web.release;

/** Which findings a rate rests on. */
public enum RateView {
    /** Operations inspected in the calendar year. */
    INSPECTED("rates"),
    /** Operations as they were last seen when the year ended. */
    LATEST("latest"),
    /** Operations inspected in the quarter; at the nation and its main regions only. */
    QUARTERS("quarters");

    private final String code;

    RateView(String code) {
        this.code = code;
    }

    /** Name of the tables without their level. */
    public String code() {
        return code;
    }
}
