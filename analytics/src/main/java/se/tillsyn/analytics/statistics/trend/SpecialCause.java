package se.tillsyn.analytics.statistics.trend;

/** Why a point of a control chart does not look like chance; in the order in which the rules are tried. */
public enum SpecialCause {
    ABOVE_LIMIT(Direction.INCREASING),
    BELOW_LIMIT(Direction.DECREASING),
    /** Member of seven points, each higher than the one before. */
    SEVEN_RISING(Direction.INCREASING),
    SEVEN_FALLING(Direction.DECREASING),
    /** Beyond two thirds of the limit, with another such among three neighbours on one side. */
    TWO_OF_THREE_ABOVE(Direction.INCREASING),
    TWO_OF_THREE_BELOW(Direction.DECREASING),
    /** Member of seven points on one side of the centre. */
    SEVEN_ABOVE(Direction.INCREASING),
    SEVEN_BELOW(Direction.DECREASING),
    /** Common cause: chance suffices. */
    NONE(Direction.NONE);

    private final Direction direction;

    SpecialCause(Direction direction) {
        this.direction = direction;
    }

    /** Which way the point deviates; whether that is good depends on the indicator. */
    public Direction direction() {
        return direction;
    }
}
