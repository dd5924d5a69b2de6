package se.tillsyn.web.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import se.tillsyn.web.chart.Drawing;
import se.tillsyn.web.http.BadRequestException;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.Address;
import se.tillsyn.web.page.Share;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.TableFile;
import se.tillsyn.web.picture.Picture;
import se.tillsyn.web.table.CsvDialect;
import se.tillsyn.web.table.TableCsv;
import se.tillsyn.web.table.TableJson;
import se.tillsyn.web.table.ViewTable;

/** Answers with a view's table or figure as a file, and links to these. */
public final class ViewFiles {

    /** Parameter that chooses among the figures of a page. */
    public static final String FIGURE = "figure";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private ViewFiles() {}

    /**
     * The table as CSV in the dialect that the request asks for.
     *
     * @throws BadRequestException for a dialect that does not exist
     */
    public static ResponseEntity<byte[]> csv(Shown shown, ViewTable table) {
        CsvDialect dialect = CsvDialect.ofCode(
                        shown.asked().getOrDefault(CsvDialect.PARAMETER, CsvDialect.STANDARD.code()))
                .orElseThrow(() -> BadRequestException.malformed(CsvDialect.PARAMETER));
        byte[] bytes = TableCsv.bytes(table, shown.texts().language(), dialect);
        return attached(CSV, table.name() + ".csv", bytes);
    }

    /** The table as JSON with where it comes from; {@code self} is the view's page. */
    public static ResponseEntity<byte[]> json(Shown shown, ViewTable table, Address self) {
        byte[] bytes = TableJson.bytes(table, shown.texts().language(), TableFile.source(shown, self));
        return attached(MediaType.APPLICATION_JSON, table.name() + ".json", bytes);
    }

    /** A figure of a page: what it shows, how it is drawn, and what its marks are. */
    public record Figure(String name, String title, String subtitle, Drawing drawing, List<Picture.Key> keys) {}

    /** The figure as a picture that says where it is from; {@code self} is the view's page. */
    public static ResponseEntity<byte[]> svg(Shown shown, Figure figure, Address self) {
        return attached(
                SVG,
                fileName(shown, figure) + ".svg",
                picture(shown, figure, self).svg());
    }

    /** The same in pixels. */
    public static ResponseEntity<byte[]> png(Shown shown, Figure figure, Address self) {
        return attached(
                MediaType.IMAGE_PNG,
                fileName(shown, figure) + ".png",
                picture(shown, figure, self).png());
    }

    private static String fileName(Shown shown, Figure figure) {
        return TableFile.name(shown, figure.name(), "figure");
    }

    private static Picture picture(Shown shown, Figure figure, Address self) {
        Texts texts = shown.texts();
        List<String> footer = List.of(
                texts.of(
                        "file.source",
                        texts.of(shown.release().manifest().publisher()),
                        shown.release().id(),
                        texts.numbers().day(shown.release().publishedAt())),
                shown.lasting(self));
        return new Picture(figure.title(), figure.subtitle(), figure.drawing(), null, figure.keys(), footer);
    }

    /** Links to a table's files; {@code byEnding} gives the address of each ending. */
    public static List<Share.FileLink> tableLinks(Texts texts, String name, Function<String, Address> byEnding) {
        return List.of(
                new Share.FileLink(
                        texts.of("file.csv", name), byEnding.apply(".csv").text()),
                new Share.FileLink(
                        texts.of("file.excel", name),
                        byEnding.apply(".csv")
                                .with(CsvDialect.PARAMETER, CsvDialect.EXCEL_SV.code())
                                .text()),
                new Share.FileLink(
                        texts.of("file.json", name), byEnding.apply(".json").text()));
    }

    /** Links to a figure's files, likewise. */
    public static List<Share.FileLink> figureLinks(Texts texts, String name, Function<String, Address> byEnding) {
        return List.of(
                new Share.FileLink(
                        texts.of("file.svg", name), byEnding.apply(".svg").text()),
                new Share.FileLink(
                        texts.of("file.png", name), byEnding.apply(".png").text()));
    }

    /** Several lists of links as one. */
    public static List<Share.FileLink> all(List<List<Share.FileLink>> links) {
        List<Share.FileLink> all = new ArrayList<>();
        links.forEach(all::addAll);
        return all;
    }

    private static ResponseEntity<byte[]> attached(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
