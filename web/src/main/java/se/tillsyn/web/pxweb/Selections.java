package se.tillsyn.web.pxweb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.Dimension;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.dataset.ValueSet;
import se.tillsyn.web.rest.ApiProblem;

/** Turns requests into slices. */
final class Selections {

    /** What the reference server calls the time of every table besides its own name. */
    private static final String TIME = "time";

    private Selections() {}

    /**
     * The part of a dataset that a request asks for. A variable that is left out stands for its published total and for
     * nothing else: figures are never added up.
     *
     * @throws ApiProblem when the request names something that the dataset does not have, or leaves out a variable without
     *     a total
     */
    static Slice slice(Dataset dataset, DataRequest request) {
        Map<String, List<String>> values = new HashMap<>();
        request.values()
                .forEach((name, codes) -> values.computeIfAbsent(code(dataset, name), named -> new ArrayList<>())
                        .addAll(codes));
        Map<String, String> lists = known(dataset, request.valueSets());
        Slice slice = values.isEmpty() ? usual(dataset, lists) : chosen(dataset, values, lists);
        return arranged(slice, request);
    }

    /** Every value of every dimension, or of its list where one is named. */
    static Slice whole(Dataset dataset, Map<String, String> valueSets) {
        Map<String, String> lists = known(dataset, valueSets);
        return new Slice(
                dataset,
                dataset.dimensions().stream()
                        .map(dimension -> new Slice.Part(dimension, candidates(dimension, lists.get(dimension.code()))))
                        .toList());
    }

    /** What is shown first, with the lists that a call names instead of the usual values. */
    private static Slice usual(Dataset dataset, Map<String, String> lists) {
        return new Slice(
                dataset,
                dataset.usual().parts().stream()
                        .map(part -> lists.containsKey(part.dimension().code())
                                ? new Slice.Part(
                                        part.dimension(),
                                        candidates(
                                                part.dimension(),
                                                lists.get(part.dimension().code())))
                                : part)
                        .toList());
    }

    private static Slice chosen(Dataset dataset, Map<String, List<String>> values, Map<String, String> lists) {
        List<Slice.Part> parts = new ArrayList<>();
        for (Dimension dimension : dataset.dimensions()) {
            int[] candidates = candidates(dimension, lists.get(dimension.code()));
            List<String> expressions = values.get(dimension.code());
            boolean listed = lists.containsKey(dimension.code());
            int[] places;
            if (expressions != null && !expressions.isEmpty()) {
                places = new SelectionExpression(dimension, candidates).select(expressions);
            } else if (listed && expressions == null) {
                places = candidates;
            } else {
                places = new int[] {total(dimension)};
            }
            parts.add(new Slice.Part(dimension, places));
        }
        return new Slice(dataset, parts);
    }

    private static int total(Dimension dimension) {
        return dimension
                .total()
                .map(total -> dimension.indexOf(total).orElseThrow())
                .orElseThrow(() -> ApiProblem.badRequest(
                        "missing-variable",
                        "Variable " + dimension.code()
                                + " has no published total: expected values of it, found none."));
    }

    /** A dimension's values, or those of one of its lists. */
    static int[] candidates(Dimension dimension, @Nullable String list) {
        if (list == null) {
            return IntStream.range(0, dimension.size()).toArray();
        }
        ValueSet set = dimension.valueSets().stream()
                .filter(offered -> offered.isNamed(list))
                .findFirst()
                .orElseThrow(() -> ApiProblem.badRequest(
                        "unknown-codelist",
                        "Variable " + dimension.code()
                                + ": expected one of the code lists that its metadata name, found another."));
        return set.codes().stream()
                .mapToInt(code -> dimension.indexOf(code).orElseThrow())
                .sorted()
                .toArray();
    }

    private static Map<String, String> known(Dataset dataset, Map<String, String> valueSets) {
        Map<String, String> known = new HashMap<>();
        valueSets.forEach((name, list) -> known.put(code(dataset, name), list));
        return known;
    }

    private static String code(Dataset dataset, String name) {
        return dataset.dimension(name.equalsIgnoreCase(TIME) ? Dataset.TIME : name)
                .orElseThrow(() -> ApiProblem.badRequest(
                        "unknown-variable",
                        "Table " + dataset.id() + ": expected variables that its metadata name, found another."))
                .code();
    }

    private static Slice arranged(Slice slice, DataRequest request) {
        if (request.stub().isEmpty() && request.heading().isEmpty()) {
            return slice;
        }
        Dataset dataset = slice.dataset();
        List<String> stub = request.stub().stream()
                .map(name -> code(dataset, name))
                .distinct()
                .toList();
        List<String> heading = request.heading().stream()
                .map(name -> code(dataset, name))
                .distinct()
                .toList();
        if (stub.stream().anyMatch(heading::contains)) {
            throw ApiProblem.badRequest(
                    "malformed-placement",
                    "Placement: expected each variable in the stub or in the heading, found one in both.");
        }
        List<String> order = new ArrayList<>(stub);
        dataset.dimensions().stream()
                .map(Dimension::code)
                .filter(code -> !stub.contains(code) && !heading.contains(code))
                .forEach(order::add);
        order.addAll(heading);
        // As in the reference server: with a stub alone, all the others are the heading.
        return slice.arranged(order, heading.isEmpty() ? order.size() - stub.size() : heading.size());
    }
}
