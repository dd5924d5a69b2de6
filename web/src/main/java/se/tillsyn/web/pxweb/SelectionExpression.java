package se.tillsyn.web.pxweb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import se.tillsyn.web.dataset.Dimension;
import se.tillsyn.web.dataset.Role;
import se.tillsyn.web.rest.ApiProblem;

/**
 * Value codes and expressions of PxWebApi 2: a code, {@code *} at one or both ends, {@code ?} for a character,
 * {@code top(n,offset)}, {@code bottom(n,offset)}, {@code from(c)}, {@code to(c)}, {@code range(a,b)}, in any letters' case
 * and with or without brackets around. Of times {@code top} takes the latest.
 */
final class SelectionExpression {

    private static final Pattern CALL = Pattern.compile("(?i)\\s*(top|bottom|from|to|range)\\s*\\((.*)\\)\\s*");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private final Dimension dimension;
    private final int[] candidates;

    /** @param candidates places of the values that may be selected, ascending */
    SelectionExpression(Dimension dimension, int[] candidates) {
        this.dimension = dimension;
        this.candidates = candidates;
    }

    /**
     * Places of the values that any of the expressions selects, ascending.
     *
     * @throws ApiProblem when an expression is malformed or selects nothing
     */
    int[] select(List<String> expressions) {
        TreeSet<Integer> selected = new TreeSet<>();
        for (String expression : expressions) {
            int[] found = select(meant(expression));
            if (found.length == 0) {
                throw nothing();
            }
            IntStream.of(found).forEach(selected::add);
        }
        return selected.stream().mapToInt(Integer::intValue).toArray();
    }

    /** What an address says: a plus sign in it that was not encoded has been read as a blank, behind a code as in {@code 26+}. */
    private String meant(String sent) {
        String code = unbracketed(sent.strip());
        String withPlus = unbracketed(sent.stripLeading()).replace(' ', '+');
        return candidate(code).isEmpty() && candidate(withPlus).isPresent() ? withPlus : code;
    }

    /** A text without the brackets around it, if it has any. */
    static String unbracketed(String expression) {
        boolean brackets = expression.length() > 1 && expression.startsWith("[") && expression.endsWith("]");
        return brackets ? expression.substring(1, expression.length() - 1) : expression;
    }

    private int[] select(String expression) {
        OptionalInt code = candidate(expression);
        if (code.isPresent()) {
            return new int[] {code.getAsInt()};
        }
        Matcher call = CALL.matcher(expression);
        if (call.matches()) {
            return called(call.group(1).toLowerCase(Locale.ROOT), arguments(call.group(2)));
        }
        if (expression.indexOf('*') >= 0 || expression.indexOf('?') >= 0) {
            return matching(expression);
        }
        throw nothing();
    }

    private OptionalInt candidate(String code) {
        OptionalInt place = dimension.indexOf(code);
        return place.isPresent() && Arrays.binarySearch(candidates, place.getAsInt()) >= 0
                ? place
                : OptionalInt.empty();
    }

    private static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        for (String argument : text.split(",", -1)) {
            arguments.add(unbracketed(argument.strip()));
        }
        return arguments;
    }

    private int[] called(String name, List<String> arguments) {
        int count = arguments.size();
        return switch (name) {
            case "top", "bottom" -> {
                if (count > 2
                        || !arguments.stream()
                                .allMatch(text -> WHOLE.matcher(text).matches())) {
                    throw malformed();
                }
                boolean fromEnd = name.equals("top") == (dimension.role() == Role.TIME);
                yield end(
                        fromEnd,
                        Integer.parseInt(arguments.get(0)),
                        count == 2 ? Integer.parseInt(arguments.get(1)) : 0);
            }
            case "from" -> between(one(arguments), Integer.MAX_VALUE);
            case "to" -> between(-1, one(arguments));
            default -> {
                if (count != 2) {
                    throw malformed();
                }
                int first = place(arguments.get(0));
                int last = place(arguments.get(1));
                yield between(Math.min(first, last), Math.max(first, last));
            }
        };
    }

    private int[] end(boolean fromEnd, int number, int offset) {
        int size = candidates.length;
        int skipped = Math.min(size, offset);
        int taken = Math.min(number, size - skipped);
        int first = fromEnd ? size - skipped - taken : skipped;
        return IntStream.range(first, first + taken).map(i -> candidates[i]).toArray();
    }

    private int one(List<String> arguments) {
        if (arguments.size() != 1) {
            throw malformed();
        }
        return place(arguments.get(0));
    }

    private int place(String code) {
        return candidate(code).orElseThrow(this::nothing);
    }

    private int[] between(int first, int last) {
        return IntStream.of(candidates).filter(i -> i >= first && i <= last).toArray();
    }

    private int[] matching(String pattern) {
        long stars = pattern.chars().filter(c -> c == '*').count();
        boolean middle = pattern.length() > 2
                && pattern.substring(1, pattern.length() - 1).indexOf('*') >= 0;
        if (stars > 2 || middle) {
            throw malformed();
        }
        boolean anyStart = pattern.startsWith("*");
        boolean anyEnd = pattern.endsWith("*");
        String letters =
                pattern.equals("*") ? "" : pattern.substring(anyStart ? 1 : 0, pattern.length() - (anyEnd ? 1 : 0));
        return IntStream.of(candidates)
                .filter(i -> matches(dimension.values().get(i).code(), letters, anyStart, anyEnd))
                .toArray();
    }

    private static boolean matches(String code, String letters, boolean anyStart, boolean anyEnd) {
        int last = code.length() - letters.length();
        int from = anyStart && !anyEnd ? last : 0;
        int to = anyStart ? last : Math.min(0, last);
        for (int start = from; start >= 0 && start <= to; start++) {
            if ((anyEnd || start == last) && matchesAt(code, start, letters)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesAt(String code, int start, String letters) {
        for (int i = 0; i < letters.length(); i++) {
            char wanted = letters.charAt(i);
            char found = code.charAt(start + i);
            if (wanted != '?' && Character.toLowerCase(wanted) != Character.toLowerCase(found)) {
                return false;
            }
        }
        return true;
    }

    private ApiProblem nothing() {
        return ApiProblem.badRequest(
                "unknown-value",
                "Variable " + dimension.code() + ": expected codes or expressions that select at least one value each,"
                        + " found one that selects none.");
    }

    private ApiProblem malformed() {
        return ApiProblem.badRequest(
                "malformed-expression",
                "Variable " + dimension.code() + ": expected *, ?, top(n[,offset]), bottom(n[,offset]), from(code),"
                        + " to(code) or range(code,code), found something else. Stars stand at the ends only.");
    }
}
