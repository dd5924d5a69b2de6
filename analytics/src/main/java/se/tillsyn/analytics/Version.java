package se.tillsyn.analytics;

/** Version of this program, stated in every release. */
final class Version {

    static final String CODE = "1.0.0";

    private Version() {}
}
