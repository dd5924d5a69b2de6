package se.tillsyn.ingest.sample;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is planted on a rate topic. The rate of the outcome DEFICIENT at an operation in county c, visited by office o
 * on a day of year y, is
 *
 * <pre>
 * logit p = base + slope (y - 2019) + shift [day on or after break] + county_c + office_o + risk [operation at risk]
 * </pre>
 *
 * Each visit draws its own P from a Beta with mean p and intra-class correlation rho, shared by all files of the visit;
 * in two age bands the younger has mean {@code p + a p (1-p)}, the older {@code p - a p (1-p)}, with {@code a} the age
 * contrast, so that together they have mean p. A judgement of the operation as a whole is one draw with rate p.
 *
 * @param kind NULL: counties, offices, risk and age bands have no effect
 * @param slopePerYear in log-odds
 * @param breakOn day of a regulation change, whether or not the level shifts there
 * @param levelShift in log-odds from that day on
 * @param rho intra-class correlation of files within a visit; 0 for judgements
 * @param betweenCountySd standard deviation of the smooth county effects outside the planted outliers
 * @param counties log-odds by county number
 * @param offices log-odds by office number
 */
record RateEffects(
        Kind kind,
        double baseLogOdds,
        double slopePerYear,
        @Nullable LocalDate breakOn,
        double levelShift,
        double rho,
        double ageContrast,
        double riskLogOdds,
        double betweenCountySd,
        List<String> highCounties,
        List<String> lowCounties,
        List<Double> counties,
        List<Double> offices) {

    static final int REFERENCE_YEAR = 2019;

    enum Kind {
        NULL,
        PLANTED
    }

    RateEffects {
        highCounties = List.copyOf(highCounties);
        lowCounties = List.copyOf(lowCounties);
        counties = List.copyOf(counties);
        offices = List.copyOf(offices);
    }

    /** Rate of the outcome DEFICIENT at an operation. */
    double rate(int county, boolean atRisk, int office, LocalDate day) {
        double logOdds = baseLogOdds
                + slopePerYear * (day.getYear() - REFERENCE_YEAR)
                + counties.get(county)
                + offices.get(office);
        if (breakOn != null && !day.isBefore(breakOn)) {
            logOdds += levelShift;
        }
        if (atRisk) {
            logOdds += riskLogOdds;
        }
        return RandomStream.rateOf(logOdds);
    }

    /**
     * Mean of one of a visit's age bands.
     *
     * @param mean the visit's mean
     * @param band 0 for the younger
     * @param bands 1 or 2
     */
    double bandMean(double mean, int band, int bands) {
        if (bands == 1) {
            return mean;
        }
        double difference = ageContrast * mean * (1 - mean);
        return band == 0 ? mean + difference : mean - difference;
    }
}
