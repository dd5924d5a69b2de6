package se.tillsyn.web.inequality;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.tillsyn.web.file.ViewFiles;
import se.tillsyn.web.http.OneAddress;
import se.tillsyn.web.http.TakesParameters;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.table.CsvDialect;

/** How unequal regions are, on all topics and on each, with the data. */
@Controller
final class InequalityController {

    @GetMapping({"/sv/ojamlikhet", "/en/inequality"})
    @TakesParameters({InequalityView.LEVEL, InequalityView.PERIOD})
    String list(Shown shown, HttpServletRequest request, Model model) {
        InequalityView view = InequalityView.of(shown.release(), shown.asked());
        Optional<String> elsewhere = OneAddress.elsewhere(request, shown, view.address(shown.paths(), ""));
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        model.addAttribute("page", new InequalityListPages(shown, view).page());
        return "inequalities";
    }

    @GetMapping({"/sv/ojamlikhet.csv", "/en/inequality.csv"})
    @TakesParameters({InequalityView.LEVEL, InequalityView.PERIOD, CsvDialect.PARAMETER})
    ResponseEntity<byte[]> listCsv(Shown shown) {
        InequalityView view = InequalityView.of(shown.release(), shown.asked());
        return ViewFiles.csv(shown, new InequalityTables(shown).all(view));
    }

    @GetMapping({"/sv/ojamlikhet.json", "/en/inequality.json"})
    @TakesParameters({InequalityView.LEVEL, InequalityView.PERIOD})
    ResponseEntity<byte[]> listJson(Shown shown) {
        InequalityView view = InequalityView.of(shown.release(), shown.asked());
        return ViewFiles.json(shown, new InequalityTables(shown).all(view), view.address(shown.paths(), ""));
    }

    @GetMapping({"/sv/ojamlikhet/{topic:[A-Za-z0-9_-]+}", "/en/inequality/{topic:[A-Za-z0-9_-]+}"})
    @TakesParameters({InequalityView.LEVEL, InequalityView.PERIOD})
    String page(@PathVariable String topic, Shown shown, HttpServletRequest request, Model model) {
        InequalityView view = InequalityView.of(shown.release(), topic, shown.asked());
        Optional<String> elsewhere = OneAddress.elsewhere(request, shown, view.address(shown.paths(), ""));
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        model.addAttribute("page", new InequalityPages(shown, InequalityFigures.of(shown.release(), view)).page());
        return "inequality";
    }

    @GetMapping({"/sv/ojamlikhet/{topic:[A-Za-z0-9_-]+}.csv", "/en/inequality/{topic:[A-Za-z0-9_-]+}.csv"})
    @TakesParameters({InequalityView.LEVEL, InequalityView.PERIOD, InequalityTables.PARAMETER, CsvDialect.PARAMETER})
    ResponseEntity<byte[]> csv(@PathVariable String topic, Shown shown) {
        InequalityView view = InequalityView.of(shown.release(), topic, shown.asked());
        return ViewFiles.csv(
                shown,
                new InequalityTables(shown)
                        .of(InequalityFigures.of(shown.release(), view), InequalityTables.Kind.asked(shown.asked())));
    }

    @GetMapping({"/sv/ojamlikhet/{topic:[A-Za-z0-9_-]+}.json", "/en/inequality/{topic:[A-Za-z0-9_-]+}.json"})
    @TakesParameters({InequalityView.LEVEL, InequalityView.PERIOD, InequalityTables.PARAMETER})
    ResponseEntity<byte[]> json(@PathVariable String topic, Shown shown) {
        InequalityView view = InequalityView.of(shown.release(), topic, shown.asked());
        return ViewFiles.json(
                shown,
                new InequalityTables(shown)
                        .of(InequalityFigures.of(shown.release(), view), InequalityTables.Kind.asked(shown.asked())),
                view.address(shown.paths(), ""));
    }

    @GetMapping({"/sv/ojamlikhet/{topic:[A-Za-z0-9_-]+}.svg", "/en/inequality/{topic:[A-Za-z0-9_-]+}.svg"})
    @TakesParameters({InequalityView.LEVEL, InequalityView.PERIOD, ViewFiles.FIGURE})
    ResponseEntity<byte[]> svg(@PathVariable String topic, Shown shown) {
        InequalityView view = InequalityView.of(shown.release(), topic, shown.asked());
        return ViewFiles.svg(shown, figure(shown, view), view.address(shown.paths(), ""));
    }

    @GetMapping({"/sv/ojamlikhet/{topic:[A-Za-z0-9_-]+}.png", "/en/inequality/{topic:[A-Za-z0-9_-]+}.png"})
    @TakesParameters({InequalityView.LEVEL, InequalityView.PERIOD, ViewFiles.FIGURE})
    ResponseEntity<byte[]> png(@PathVariable String topic, Shown shown) {
        InequalityView view = InequalityView.of(shown.release(), topic, shown.asked());
        return ViewFiles.png(shown, figure(shown, view), view.address(shown.paths(), ""));
    }

    private static ViewFiles.Figure figure(Shown shown, InequalityView view) {
        return new InequalityPages(shown, InequalityFigures.of(shown.release(), view))
                .figure(InequalityFigure.asked(shown.asked()));
    }
}
