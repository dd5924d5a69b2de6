package se.tillsyn.analytics.truth;

import java.util.List;
import java.util.Map;

/**
 * What truth.json says of a topic of waits: medians and ninetieth percentiles by county and year, before days are rounded up.
 */
record PlantedWaits(String topic, Map<String, List<Double>> medianDays, Map<String, List<Double>> p90Days) {}
