package se.tillsyn.web.topic;

import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateDifference;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.Region;

/** The sentence at the top of a topic page, made by rule from the published numbers. */
final class Headline {

    private final Texts texts;

    Headline(Texts texts) {
        this.texts = texts;
    }

    /** Of the nation alone. */
    String of(Region nation, Observation observation) {
        return alone(nation, observation);
    }

    /** Of a region beside the nation. */
    String of(Region region, Observation observation, Region nation, Observation ofNation) {
        if (!observation.hasNumber()) {
            return alone(region, observation) + " " + alone(nation, ofNation);
        }
        if (!ofNation.hasNumber()) {
            return alone(region, observation);
        }
        FigureText own = FigureText.of(texts, observation);
        FigureText all = FigureText.of(texts, ofNation);
        return texts.of(
                "headline." + verdict(observation, ofNation),
                texts.of(region.name()),
                own.value(),
                own.limits(),
                texts.of(nation.name()),
                all.value(),
                all.limits());
    }

    /** Higher or lower only when the Newcombe interval of the difference leaves out zero. */
    private static String verdict(Observation own, Observation nation) {
        RateDifference difference = RateDifference.newcombe(
                own.rate(),
                new Interval(own.lower(), own.upper()),
                nation.rate(),
                new Interval(nation.lower(), nation.upper()));
        if (!difference.shown()) {
            return "not-shown";
        }
        return difference.difference() > 0 ? "higher" : "lower";
    }

    private String alone(Region region, Observation observation) {
        FigureText figure = FigureText.of(texts, observation);
        String name = texts.of(region.name());
        return observation.hasNumber()
                ? texts.of("headline.value", name, figure.value(), figure.limits())
                : texts.of("headline." + figure.status(), name, figure.value());
    }
}
