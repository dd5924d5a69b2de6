package se.tillsyn.analytics.register;

/**
 * Who does something to a release.
 *
 * @param name the operating system's name of the user; compared as it is
 */
public record Actor(String name) {

    public Actor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("expected the name of a user");
        }
    }

    /**
     * The user whose process this is, as the operating system tells. No option and no variable names another: a name that
     * anyone may type is no second person.
     */
    public static Actor ofThisProcess() {
        return new Actor(ProcessHandle.current()
                .info()
                .user()
                .orElseThrow(() -> new IllegalStateException("the operating system names no user of this process")));
    }
}
