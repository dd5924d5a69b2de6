package se.tillsyn.analytics.publication;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.PublishedIndicator;
import se.tillsyn.ingest.profile.Indicator;
import se.tillsyn.ingest.profile.Profile;

/** {@code indicators.json}: the profile's indicators as the release states them, in the order of their ids. */
final class IndicatorDocument {

    private IndicatorDocument() {}

    static byte[] of(Profile profile) {
        return PublishedIndicator.toJson(
                profile.indicators().stream().map(IndicatorDocument::published).toList());
    }

    private static PublishedIndicator published(Indicator indicator) {
        Indicator.Conditions conditions = indicator.conditions();
        Indicator.Range range = indicator.range();
        Indicator.Requirement law = indicator.requirement();
        return new PublishedIndicator(
                indicator.id(),
                indicator.kind().name(),
                text(indicator.name()),
                text(indicator.definition()),
                indicator.topics(),
                indicator.observedUnit(),
                indicator.evidence(),
                indicator.ageGroups(),
                conditions == null
                        ? null
                        : new PublishedIndicator.Conditions(
                                sorted(conditions.observedUnits()),
                                sorted(conditions.evidence()),
                                conditions.denominator().column()),
                indicator.figures().stream().map(IndicatorDocument::figure).toList(),
                new PublishedIndicator.Exclusions(
                        sorted(indicator.exclusions().outcomes().stream()
                                .map(Enum::name)
                                .toList()),
                        text(indicator.exclusions().text())),
                range == null ? null : new PublishedIndicator.Range(range.lowest(), range.highest()),
                indicator.polarity().name(),
                new PublishedIndicator.Requirement(
                        law.law(),
                        day(law.validFrom()),
                        day(law.validTo()),
                        law.status().name()),
                indicator.breaks().stream()
                        .map(one -> new PublishedIndicator.Break(one.on().toString(), text(one.reason())))
                        .toList(),
                indicator.boundedEvidence() == null ? null : text(indicator.boundedEvidence()),
                text(indicator.author()),
                text(indicator.checker()),
                indicator.reviewedOn().toString());
    }

    private static PublishedIndicator.Figure figure(Indicator.Figure figure) {
        Indicator.Polarity polarity = figure.polarity();
        return new PublishedIndicator.Figure(
                figure.figure().name(),
                text(figure.numerator()),
                text(figure.denominator()),
                figure.unit(),
                polarity == null ? null : polarity.name());
    }

    /** Sets have no order of their own; the document has. */
    private static List<String> sorted(Collection<String> codes) {
        return codes.stream().sorted().toList();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static LocalText text(se.tillsyn.ingest.profile.LocalText text) {
        return new LocalText(text.sv(), text.en());
    }
}
