package se.tillsyn.web.map;

import static se.tillsyn.web.language.Markup.escaped;

import se.tillsyn.web.chart.Style;

/**
 * Writes a map for a page. Areas have a light casing under a dark line, since no five colours differ 3:1; symbols and
 * numbers lie on top.
 */
final class MapSvg {

    private static final int LINE = 26;

    private final AreaMap map;
    private final String title;
    private final StringBuilder svg = new StringBuilder();

    MapSvg(AreaMap map, String title) {
        this.map = map;
        this.title = title;
    }

    String write() {
        boolean picture = map.kind() == AreaMap.Kind.PICTURE;
        svg.append("<svg class=\"map ")
                .append(map.kind().code())
                .append("\" viewBox=\"0 0 ")
                .append(map.width());
        svg.append(' ').append(map.height()).append('"');
        svg.append(picture ? " role=\"img\"" : " role=\"group\"");
        svg.append(" aria-label=\"").append(escaped(title)).append("\">");
        svg.append("<defs><pattern id=\"hatch\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\"");
        svg.append(" patternTransform=\"rotate(45)\"><rect class=\"hatch-ground\" width=\"12\" height=\"12\"/>");
        svg.append("<line class=\"hatch-line\" x1=\"0\" x2=\"0\" y1=\"0\" y2=\"12\"/></pattern>");
        for (AreaMap.Area area : map.areas()) {
            svg.append("<path id=\"a-").append(area.code()).append("\" fill-rule=\"evenodd\" d=\"");
            svg.append(area.path()).append("\"/>");
        }
        svg.append("</defs>");
        for (AreaMap.Area area : map.areas()) {
            area(area, picture);
        }
        svg.append("<g class=\"outlines\" aria-hidden=\"true\">");
        map.areas().forEach(area -> use(area.code(), ""));
        svg.append("</g>");
        if (!map.chosen().isEmpty()) {
            use(map.chosen(), "chosen");
        }
        svg.append("<g class=\"symbols\" aria-hidden=\"true\">");
        map.areas().forEach(this::lines);
        return svg.append("</g></svg>").toString();
    }

    private void area(AreaMap.Area area, boolean picture) {
        if (!picture) {
            svg.append("<a class=\"area\" href=\"").append(escaped(area.href()));
            svg.append("\" aria-label=\"").append(escaped(area.title())).append("\">");
        }
        svg.append("<use class=\"").append(area.style().css()).append('"');
        if (area.style() == Style.SUPPRESSED) {
            svg.append(" fill=\"url(#hatch)\"");
        }
        svg.append(" href=\"#a-").append(area.code()).append("\"><title>");
        svg.append(escaped(area.title())).append("</title></use>").append(picture ? "" : "</a>");
    }

    private void use(String code, String style) {
        svg.append("<use").append(style.isEmpty() ? "" : " class=\"" + style + "\" aria-hidden=\"true\"");
        svg.append(" href=\"#a-").append(code).append("\"/>");
    }

    private void lines(AreaMap.Area area) {
        String on = area.style() == Style.SUPPRESSED || area.style() == Style.VOID
                ? "on-void"
                : area.style() == Style.CLASS_4 || area.style() == Style.CLASS_5 ? "on-dark" : "on-light";
        int count = area.lines().size();
        for (int i = 0; i < count; i++) {
            double y = area.labelY() + (i - (count - 1) / 2d) * LINE + 8;
            svg.append("<text class=\"").append(on).append(i > 0 ? " strong" : "");
            svg.append("\" x=\"").append(area.labelX()).append("\" y=\"").append(Math.round(y));
            svg.append("\" text-anchor=\"middle\">")
                    .append(escaped(area.lines().get(i)))
                    .append("</text>");
        }
    }
}
