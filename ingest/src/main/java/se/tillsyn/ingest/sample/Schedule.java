package se.tillsyn.ingest.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.sample.RandomStream.Purpose;

/**
 * Which inspections take place in a year. Each operation's visits follow from its own random streams, so that any year
 * can be made without the others.
 */
final class Schedule {

    /** Share of visits whose demands are ever followed up. */
    static final double FOLLOWED_UP = 0.8;

    static final int SHORTEST_FOLLOW_UP_DAYS = 90;
    static final double MEDIAN_FURTHER_DAYS = 200;
    static final double FURTHER_DAYS_SHAPE = 1.5;
    static final int LONGEST_FOLLOW_UP_DAYS = 720;

    /** Years before its own in which a follow-up's first visit can lie. */
    private static final int YEARS_BACK = 2;

    private final SampleModel model;

    Schedule(SampleModel model) {
        this.model = model;
    }

    /** All visits of a year in {@link Visit#ORDER}. */
    List<Visit> of(int year) {
        List<Visit> visits = new ArrayList<>();
        for (Operation operation : model.operations()) {
            visits.addAll(firstVisits(operation, year));
            for (int origin = Math.max(InspectionDays.FIRST_YEAR, year - YEARS_BACK); origin <= year; origin++) {
                for (Visit first : firstVisits(operation, origin)) {
                    LocalDate day = followUpDay(first);
                    if (day != null && day.getYear() == year) {
                        visits.add(new Visit(operation, origin, SelectionBasis.FOLLOW_UP, first.index(), day, first));
                    }
                }
            }
        }
        visits.sort(Visit.ORDER);
        return visits;
    }

    /** The day on which demands of a visit are followed up; {@code null} = not within the years of the sample. */
    @Nullable
    LocalDate followUpDay(Visit visit) {
        RandomStream random = stream(Purpose.FOLLOW_UP_DAY, visit);
        if (!random.happens(FOLLOWED_UP)) {
            return null;
        }
        double further = random.weibull(MEDIAN_FURTHER_DAYS, FURTHER_DAYS_SHAPE);
        return InspectionDays.after(
                visit.day(), (int) Math.min(LONGEST_FOLLOW_UP_DAYS, SHORTEST_FOLLOW_UP_DAYS + further));
    }

    /** Whether all boards of a county are visited in a year. */
    boolean isCensus(int county, int year) {
        return RandomStream.of(model.seed(), Purpose.CENSUS, county, year)
                .happens(model.rates().censusShare());
    }

    /** The random stream of a visit. */
    RandomStream stream(Purpose purpose, Visit visit) {
        return stream(purpose, visit.operation(), visit.year(), visit.basis(), visit.index());
    }

    private RandomStream stream(Purpose purpose, Operation operation, int year, SelectionBasis basis, int index) {
        return RandomStream.of(model.seed(), purpose, operation.number(), year, basis.key(), index);
    }

    private List<Visit> firstVisits(Operation operation, int year) {
        List<Visit> visits = new ArrayList<>();
        VisitRates rates = model.rates();
        int rotation = visits(rates.rotation(operation.setting()), operation.phase(), year);
        if (operation.setting() == Setting.BOARD && isCensus(operation.county(), year)) {
            add(visits, operation, year, SelectionBasis.CENSUS, Math.max(1, rotation));
        } else {
            add(visits, operation, year, SelectionBasis.THEMATIC_SAMPLE, rotation);
        }
        RandomStream phases = RandomStream.of(model.seed(), Purpose.ROTATION_PHASE, -1, operation.number());
        int riskBased = visits(rates.riskBased(operation), phases.uniform(), year);
        add(visits, operation, year, SelectionBasis.RISK_BASED, riskBased);
        int complaint = visits(rates.complaint(operation), phases.uniform(), year);
        add(visits, operation, year, SelectionBasis.COMPLAINT, complaint);
        return visits;
    }

    /** Visits in a year of an operation visited at a steady rate: every operation comes up, none twice in a row. */
    private static int visits(double perYear, double phase, int year) {
        int elapsed = year - InspectionDays.FIRST_YEAR;
        return (int) (Math.floor(perYear * (elapsed + 1) + phase) - Math.floor(perYear * elapsed + phase));
    }

    private void add(List<Visit> visits, Operation operation, int year, SelectionBasis basis, int count) {
        List<LocalDate> days = model.days().of(year);
        for (int index = 0; index < count; index++) {
            RandomStream random = stream(Purpose.VISIT_DAY, operation, year, basis, index);
            visits.add(new Visit(operation, year, basis, index, days.get(random.below(days.size())), null));
        }
    }
}
