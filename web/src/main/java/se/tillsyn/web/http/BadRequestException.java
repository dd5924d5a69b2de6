package se.tillsyn.web.http;

/** The address asks for something that no address of this site asks for. Holds nothing of what was sent. */
public final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final String parameter;

    private BadRequestException(String messageKey, String parameter) {
        super(messageKey + (parameter.isEmpty() ? "" : ": " + parameter));
        this.messageKey = messageKey;
        this.parameter = parameter;
    }

    /** A parameter that the page does not take. */
    public static BadRequestException unknownParameter() {
        return new BadRequestException("error.parameter.unknown", "");
    }

    /** One of the page's own parameters stands more than once. */
    public static BadRequestException repeated(String parameter) {
        return new BadRequestException("error.parameter.repeated", parameter);
    }

    /** One of the page's own parameters has a value that no code can have. */
    public static BadRequestException malformed(String parameter) {
        return new BadRequestException("error.parameter.malformed", parameter);
    }

    /** One of the page's own parameters names more codes than the page can show. */
    public static BadRequestException tooMany(String parameter) {
        return new BadRequestException("error.parameter.too-many", parameter);
    }

    /** Key of the sentence that says what is wrong. */
    public String messageKey() {
        return messageKey;
    }

    /** Name of the parameter, from this program and not from the request; empty when it is not one of ours. */
    public String parameter() {
        return parameter;
    }
}
