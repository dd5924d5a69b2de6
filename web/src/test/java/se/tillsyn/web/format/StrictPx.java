package se.tillsyn.web.format;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of PX: keyword, one {@code =}, values, {@code ;}. It knows of a file only what stands in it and refuses what
 * a reader could take in two ways.
 */
final class StrictPx {

    private static final Pattern TEXT = Pattern.compile("\\G\"([^\"]{0,256})\"");

    private final Map<String, List<String>> keywords = new LinkedHashMap<>();
    private final List<String> data = new ArrayList<>();

    StrictPx(byte[] file) {
        String ascii = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        Matcher page = Pattern.compile("CODEPAGE=\"([^\"]+)\";").matcher(ascii);
        if (!page.find()) {
            throw new IllegalArgumentException("expected a CODEPAGE");
        }
        String text = new String(file, Charset.forName(page.group(1)));
        int start = text.indexOf("\r\nDATA=");
        int at = 0;
        while (at < start + 2) {
            at = keyword(text, at);
        }
        String values = text.substring(start + "\r\nDATA=".length()).strip();
        if (!values.endsWith(";") || values.indexOf(';') != values.length() - 1) {
            throw new IllegalArgumentException("expected DATA to be last and to end with one semicolon");
        }
        for (String value : values.substring(0, values.length() - 1).strip().split("\\s+")) {
            if (!value.matches("-?\\d+(\\.\\d+)?|\"\\.{1,3}\"")) {
                throw new IllegalArgumentException("expected numbers and slots in DATA");
            }
            data.add(value);
        }
    }

    private int keyword(String text, int from) {
        int equals = from;
        boolean quoted = false;
        while (quoted || text.charAt(equals) != '=') {
            quoted ^= text.charAt(equals) == '"';
            equals++;
        }
        String keyword = text.substring(from, equals);
        List<String> values = new ArrayList<>();
        int at = equals + 1;
        StringBuilder plain = new StringBuilder();
        boolean joined = false;
        while (text.charAt(at) != ';') {
            Matcher string = TEXT.matcher(text);
            if (text.charAt(at) == '"' && string.find(at)) {
                if (joined) {
                    values.set(values.size() - 1, values.get(values.size() - 1) + string.group(1));
                } else {
                    values.add(string.group(1));
                }
                joined = true;
                at = string.end();
            } else {
                joined &= Character.isWhitespace(text.charAt(at));
                if (!Character.isWhitespace(text.charAt(at)) && text.charAt(at) != ',') {
                    plain.append(text.charAt(at));
                }
                at++;
            }
        }
        if (values.isEmpty()) {
            values.add(plain.toString());
        }
        boolean repeated = keyword.startsWith("NOTE") || keyword.startsWith("VALUENOTE");
        if (keywords.put(keyword, values) != null && !repeated) {
            throw new IllegalArgumentException("expected each keyword once");
        }
        at++;
        if (!text.startsWith("\r\n", at)) {
            throw new IllegalArgumentException("expected a new line after each keyword");
        }
        return at + 2;
    }

    List<String> values(String keyword) {
        return keywords.getOrDefault(keyword, List.of());
    }

    List<String> data() {
        return data;
    }

    /** Variables in the order in which DATA runs through them, the last fastest. */
    List<String> variables() {
        List<String> variables = new ArrayList<>(values("STUB"));
        variables.addAll(values("HEADING"));
        return variables;
    }

    List<String> codes(String variable) {
        List<String> codes = values("CODES(\"" + variable + "\")");
        if (codes.size() != values("VALUES(\"" + variable + "\")").size() || codes.isEmpty()) {
            throw new IllegalArgumentException("expected as many codes as values");
        }
        return codes;
    }
}
