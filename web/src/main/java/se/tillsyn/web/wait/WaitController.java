package se.tillsyn.web.wait;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.tillsyn.web.file.ViewFiles;
import se.tillsyn.web.http.OneAddress;
import se.tillsyn.web.http.TakesParameters;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.table.CsvDialect;

/** Waits and rules, and the same as files. */
@Controller
final class WaitController {

    @GetMapping({"/sv/vantetider", "/en/waits"})
    @TakesParameters({WaitView.TOPIC, WaitView.PERIOD, WaitView.AGE, WaitView.TYPE})
    String page(Shown shown, HttpServletRequest request, Model model) {
        WaitFigures figures = figures(shown);
        Optional<String> elsewhere =
                OneAddress.elsewhere(request, shown, figures.view().address(shown.paths(), ""));
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        model.addAttribute("page", new WaitPages(shown, figures).page());
        return "waits";
    }

    @GetMapping({"/sv/vantetider.csv", "/en/waits.csv"})
    @TakesParameters({WaitView.TOPIC, WaitView.PERIOD, WaitView.AGE, WaitView.TYPE, CsvDialect.PARAMETER})
    ResponseEntity<byte[]> csv(Shown shown) {
        return ViewFiles.csv(shown, new WaitTable(shown, figures(shown)).table());
    }

    @GetMapping({"/sv/vantetider.json", "/en/waits.json"})
    @TakesParameters({WaitView.TOPIC, WaitView.PERIOD, WaitView.AGE, WaitView.TYPE})
    ResponseEntity<byte[]> json(Shown shown) {
        WaitFigures figures = figures(shown);
        return ViewFiles.json(
                shown, new WaitTable(shown, figures).table(), figures.view().address(shown.paths(), ""));
    }

    @GetMapping({"/sv/vantetider.svg", "/en/waits.svg"})
    @TakesParameters({WaitView.TOPIC, WaitView.PERIOD, WaitView.AGE, WaitView.TYPE, ViewFiles.FIGURE})
    ResponseEntity<byte[]> svg(Shown shown) {
        WaitFigures figures = figures(shown);
        return ViewFiles.svg(shown, figure(shown, figures), figures.view().address(shown.paths(), ""));
    }

    @GetMapping({"/sv/vantetider.png", "/en/waits.png"})
    @TakesParameters({WaitView.TOPIC, WaitView.PERIOD, WaitView.AGE, WaitView.TYPE, ViewFiles.FIGURE})
    ResponseEntity<byte[]> png(Shown shown) {
        WaitFigures figures = figures(shown);
        return ViewFiles.png(shown, figure(shown, figures), figures.view().address(shown.paths(), ""));
    }

    private static ViewFiles.Figure figure(Shown shown, WaitFigures figures) {
        return new WaitPages(shown, figures).figure(WaitFigure.asked(shown.asked()));
    }

    private static WaitFigures figures(Shown shown) {
        return WaitFigures.of(shown.release(), WaitView.of(shown.release(), shown.asked()));
    }
}
