package se.tillsyn.ingest.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days on which the sample's inspections happen: Monday to Friday, 2013 to 2025. */
final class InspectionDays {

    static final int FIRST_YEAR = 2013;
    static final int LAST_YEAR = 2025;
    static final int YEARS = LAST_YEAR - FIRST_YEAR + 1;
    static final LocalDate FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(LAST_YEAR, 12, 31);

    private final List<List<LocalDate>> daysByYear;

    InspectionDays() {
        List<List<LocalDate>> years = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            List<LocalDate> days = new ArrayList<>();
            for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                if (isWorkingDay(day)) {
                    days.add(day);
                }
            }
            years.add(List.copyOf(days));
        }
        daysByYear = List.copyOf(years);
    }

    /** All inspection days of a year, in order. */
    List<LocalDate> of(int year) {
        return daysByYear.get(year - FIRST_YEAR);
    }

    /** The first inspection day at least so long after another, or {@code null} when it lies after the last year. */
    static @Nullable LocalDate after(LocalDate day, int days) {
        LocalDate later = day.plusDays(days);
        while (!isWorkingDay(later)) {
            later = later.plusDays(1);
        }
        return later.isAfter(LAST_DAY) ? null : later;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
