package se.tillsyn.analytics.cube;

/** The calendar year and quarter of a day, each looked up in the calendar once. */
final class PeriodOfDay {

    /** One more than the period; 0 where it was not looked up yet. */
    private final int[] years = new int[FindingCode.DAYS];

    private final int[] quarters = new int[FindingCode.DAYS];

    int year(int day) {
        if (years[day] == 0) {
            years[day] = CubeDimensions.yearPeriod(day) + 1;
        }
        return years[day] - 1;
    }

    int quarter(int day) {
        if (quarters[day] == 0) {
            quarters[day] = CubeDimensions.quarterPeriod(day) + 1;
        }
        return quarters[day] - 1;
    }
}
