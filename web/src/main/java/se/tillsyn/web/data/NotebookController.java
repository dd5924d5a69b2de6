package se.tillsyn.web.data;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;

/** The notebooks: pages that show what they print and draw, and the files. */
@Controller
final class NotebookController {

    static final String FILES = "/notebooks/";

    @GetMapping({"/sv/data/notebooks/{id}", "/en/data/notebooks/{id}"})
    String page(@PathVariable String id, Shown shown, Model model) {
        Notebook notebook = notebook(id);
        model.addAttribute(
                "page",
                new NotebookPage(
                        PageFrame.of(
                                shown,
                                Section.DATA,
                                shown.texts().of("notebook." + id),
                                paths -> paths.notebook(notebook.id())),
                        shown.paths().data() + "#notebooks",
                        FILES + notebook.id() + ".ipynb",
                        notebook.article()));
        return "notebook";
    }

    @GetMapping(FILES + "{id}.ipynb")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        byte[] file = notebook(id).file();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/x-ipynb+json")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".ipynb\"")
                .header("Access-Control-Allow-Origin", "*")
                .cacheControl(CacheControl.noCache())
                .eTag("W/\"" + DigestUtils.md5DigestAsHex(file) + '"')
                .body(file);
    }

    private static Notebook notebook(String id) {
        return Notebook.of(id).orElseThrow(() -> new UnknownCodeException("page"));
    }
}
