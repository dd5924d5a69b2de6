package se.tillsyn.analytics;

/**
 * What is told of a failure that nothing foresaw: kinds of exception and the place in our own code. Messages of others are
 * left out, since they may quote a finding; our own never do and are told.
 */
final class UnexpectedFailure {

    private static final String OWN = "se.tillsyn.";

    private UnexpectedFailure() {}

    static String text(Throwable failure) {
        StringBuilder kinds = new StringBuilder();
        String place = "no place in this program";
        String said = "";
        for (Throwable at = failure; at != null; at = at.getCause()) {
            kinds.append(kinds.length() == 0 ? "" : ", caused by ")
                    .append(at.getClass().getName());
            StackTraceElement[] trace = at.getStackTrace();
            for (StackTraceElement frame : trace) {
                if (frame.getClassName().startsWith(OWN)) {
                    place = frame.getClassName() + '.' + frame.getMethodName() + ':' + frame.getLineNumber();
                    break;
                }
            }
            boolean thrownHere = trace.length > 0 && trace[0].getClassName().startsWith(OWN);
            if (thrownHere && (at instanceof IllegalStateException || at instanceof IllegalArgumentException)) {
                said = " It says: " + at.getMessage();
            }
        }
        return "Expected every step to succeed, found " + kinds + " at " + place + '.' + said
                + " The releases are as they were. Run the command again; if this comes back, report these lines.";
    }
}
