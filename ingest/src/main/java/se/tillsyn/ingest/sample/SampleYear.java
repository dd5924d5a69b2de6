package se.tillsyn.ingest.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.store.FindingTable;
import se.tillsyn.ingest.table.CsvTableWriter;

/** Writes the findings of one year, by day and then finding id, in one file or in parts of equally many visits. */
final class SampleYear {

    /** Above so many findings in all, years are split. */
    private static final long MOST_FINDINGS_IN_WHOLE_YEARS = 2_000_000;

    private static final double FINDINGS_PER_PART = 100_000;

    private final SampleModel model;
    private final Schedule schedule;
    private final int year;

    SampleYear(SampleModel model, int year) {
        this.model = model;
        schedule = new Schedule(model);
        this.year = year;
    }

    /** Number of files of each year. */
    static int parts(long findings) {
        return findings <= MOST_FINDINGS_IN_WHOLE_YEARS
                ? 1
                : (int) Math.ceil(findings / (InspectionDays.YEARS * FINDINGS_PER_PART));
    }

    /** Writes the year's files; never holds more than the year's visits and one visit's findings. */
    SampleResult write(Path folder) throws IOException {
        List<Visit> visits = schedule.of(year);
        int parts = parts(model.findings());
        SampleResult result = SampleResult.NOTHING;
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) visits.size() * part / parts);
            int to = (int) ((long) visits.size() * (part + 1) / parts);
            String name =
                    "synthetic-findings-" + year + (parts == 1 ? "" : "-part-" + Digits.padded(part + 1, 3)) + ".csv";
            result = result.plus(writePart(folder.resolve(name), visits.subList(from, to), from));
        }
        return result;
    }

    private SampleResult writePart(Path file, List<Visit> visits, int numberOfFirst) throws IOException {
        SampleResult result = new SampleResult(1, 0, 0, 0, 0, 0);
        try (CsvTableWriter<Finding> writer = new CsvTableWriter<>(file, FindingTable.TABLE)) {
            int number = numberOfFirst;
            for (Visit visit : visits) {
                number++;
                List<Finding> findings = findings(visit, number);
                for (Finding finding : findings) {
                    writer.write(finding);
                }
                result = result.plus(counted(visit, findings));
            }
        }
        return result;
    }

    /** The letter keeps year and number from ever reading as a date of birth. */
    private List<Finding> findings(Visit visit, int number) {
        String inspectionId = "S" + (year - 2000) + "-T" + Digits.padded(number, 6);
        Visit first = visit.followUpOf();
        return first == null
                ? VisitReview.of(model, schedule, visit, inspectionId)
                : FollowUpReview.of(model, schedule, visit, first, inspectionId);
    }

    private static SampleResult counted(Visit visit, List<Finding> findings) {
        if (findings.isEmpty()) {
            return SampleResult.NOTHING;
        }
        long withdrawn = findings.stream().filter(Finding::withdrawn).count();
        long revised =
                findings.stream().filter(finding -> finding.revision() > 1).count();
        return new SampleResult(
                0, findings.size(), 1, visit.followUpOf() == null ? 0 : 1, revised - withdrawn, withdrawn);
    }
}
