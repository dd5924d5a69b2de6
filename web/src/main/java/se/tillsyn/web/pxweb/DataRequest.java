package se.tillsyn.web.pxweb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which part of a dataset is asked for.
 *
 * @param values expressions by variable, names as they were sent; empty for the usual selection
 * @param valueSets lists of values by variable
 * @param stub variables that vary slowest, in order
 * @param heading variables that vary fastest, in order
 */
record DataRequest(
        Map<String, List<String>> values, Map<String, String> valueSets, List<String> stub, List<String> heading) {

    DataRequest {
        values = new LinkedHashMap<>(values);
        valueSets = new LinkedHashMap<>(valueSets);
        stub = List.copyOf(stub);
        heading = List.copyOf(heading);
    }
}
