package se.tillsyn.web.compare;

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

/** Regions side by side, and the same as files. */
@Controller
final class CompareController {

    /** The page; a region added by the form leads to the address that holds it among the others. */
    @GetMapping({"/sv/jamfor", "/en/compare"})
    @TakesParameters({
        CompareView.REGION,
        CompareView.ADD,
        CompareView.REFERENCE,
        CompareView.TOPIC,
        CompareView.PERIOD,
        CompareView.AGE,
        CompareView.MEASURE
    })
    String page(Shown shown, HttpServletRequest request, Model model) {
        CompareView view = CompareView.of(shown.release(), shown.asked());
        Optional<String> elsewhere =
                OneAddress.elsewhere(request, shown, view.address(shown.release(), shown.paths(), ""));
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        model.addAttribute("page", new ComparePages(shown, CompareFigures.of(shown.release(), view)).page());
        return "compare";
    }

    @GetMapping({"/sv/jamfor.csv", "/en/compare.csv"})
    @TakesParameters({
        CompareView.REGION,
        CompareView.REFERENCE,
        CompareView.TOPIC,
        CompareView.PERIOD,
        CompareView.AGE,
        CompareView.MEASURE,
        CsvDialect.PARAMETER
    })
    ResponseEntity<byte[]> csv(Shown shown) {
        CompareView view = CompareView.of(shown.release(), shown.asked());
        return ViewFiles.csv(shown, new CompareTable(shown, CompareFigures.of(shown.release(), view)).table());
    }

    @GetMapping({"/sv/jamfor.json", "/en/compare.json"})
    @TakesParameters({
        CompareView.REGION,
        CompareView.REFERENCE,
        CompareView.TOPIC,
        CompareView.PERIOD,
        CompareView.AGE,
        CompareView.MEASURE
    })
    ResponseEntity<byte[]> json(Shown shown) {
        CompareView view = CompareView.of(shown.release(), shown.asked());
        return ViewFiles.json(
                shown,
                new CompareTable(shown, CompareFigures.of(shown.release(), view)).table(),
                view.address(shown.release(), shown.paths(), ""));
    }

    @GetMapping({"/sv/jamfor.svg", "/en/compare.svg"})
    @TakesParameters({
        CompareView.REGION,
        CompareView.REFERENCE,
        CompareView.TOPIC,
        CompareView.PERIOD,
        CompareView.AGE,
        CompareView.MEASURE,
        ViewFiles.FIGURE
    })
    ResponseEntity<byte[]> svg(Shown shown) {
        CompareView view = CompareView.of(shown.release(), shown.asked());
        return ViewFiles.svg(shown, figure(shown, view), view.address(shown.release(), shown.paths(), ""));
    }

    @GetMapping({"/sv/jamfor.png", "/en/compare.png"})
    @TakesParameters({
        CompareView.REGION,
        CompareView.REFERENCE,
        CompareView.TOPIC,
        CompareView.PERIOD,
        CompareView.AGE,
        CompareView.MEASURE,
        ViewFiles.FIGURE
    })
    ResponseEntity<byte[]> png(Shown shown) {
        CompareView view = CompareView.of(shown.release(), shown.asked());
        return ViewFiles.png(shown, figure(shown, view), view.address(shown.release(), shown.paths(), ""));
    }

    private static ViewFiles.Figure figure(Shown shown, CompareView view) {
        return new ComparePages(shown, CompareFigures.of(shown.release(), view)).figure();
    }
}
