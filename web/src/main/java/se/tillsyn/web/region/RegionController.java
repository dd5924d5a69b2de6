package se.tillsyn.web.region;

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
import se.tillsyn.web.release.Region;
import se.tillsyn.web.table.CsvDialect;
import se.tillsyn.web.table.ViewTable;

/** The list of regions, and each region's profile with its data. */
@Controller
final class RegionController {

    @GetMapping({"/sv/regioner", "/en/regions"})
    String list(Shown shown, Model model) {
        model.addAttribute("page", new RegionListPages(shown).page());
        return "regions";
    }

    /** The profile; a region that another has taken the place of leads there. */
    @GetMapping({"/sv/region/{code:[A-Za-z0-9_-]+}", "/en/region/{code:[A-Za-z0-9_-]+}"})
    @TakesParameters(RegionView.PERIOD)
    String page(@PathVariable String code, Shown shown, HttpServletRequest request, Model model) {
        Optional<String> successor = shown.release()
                .codes()
                .regions()
                .find(code)
                .map(Region::successor)
                .filter(shown.release().codes().regions()::has);
        if (successor.isPresent()) {
            return "redirect:" + shown.paths().region(successor.get());
        }
        RegionView view = RegionView.of(shown.release(), code, shown.asked());
        Optional<String> elsewhere = OneAddress.elsewhere(request, shown, view.address(shown.paths(), ""));
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        model.addAttribute("page", new RegionPages(shown, RegionFigures.of(shown.release(), view)).page());
        return "region";
    }

    @GetMapping({"/sv/region/{code:[A-Za-z0-9_-]+}.csv", "/en/region/{code:[A-Za-z0-9_-]+}.csv"})
    @TakesParameters({RegionView.PERIOD, RegionTables.PARAMETER, CsvDialect.PARAMETER})
    ResponseEntity<byte[]> csv(@PathVariable String code, Shown shown) {
        return ViewFiles.csv(shown, table(RegionView.of(shown.release(), code, shown.asked()), shown));
    }

    @GetMapping({"/sv/region/{code:[A-Za-z0-9_-]+}.json", "/en/region/{code:[A-Za-z0-9_-]+}.json"})
    @TakesParameters({RegionView.PERIOD, RegionTables.PARAMETER})
    ResponseEntity<byte[]> json(@PathVariable String code, Shown shown) {
        RegionView view = RegionView.of(shown.release(), code, shown.asked());
        return ViewFiles.json(shown, table(view, shown), view.address(shown.paths(), ""));
    }

    @GetMapping({"/sv/region/{code:[A-Za-z0-9_-]+}.svg", "/en/region/{code:[A-Za-z0-9_-]+}.svg"})
    @TakesParameters(RegionView.PERIOD)
    ResponseEntity<byte[]> svg(@PathVariable String code, Shown shown) {
        RegionView view = RegionView.of(shown.release(), code, shown.asked());
        return ViewFiles.svg(shown, figure(view, shown), view.address(shown.paths(), ""));
    }

    @GetMapping({"/sv/region/{code:[A-Za-z0-9_-]+}.png", "/en/region/{code:[A-Za-z0-9_-]+}.png"})
    @TakesParameters(RegionView.PERIOD)
    ResponseEntity<byte[]> png(@PathVariable String code, Shown shown) {
        RegionView view = RegionView.of(shown.release(), code, shown.asked());
        return ViewFiles.png(shown, figure(view, shown), view.address(shown.paths(), ""));
    }

    private static ViewFiles.Figure figure(RegionView view, Shown shown) {
        return new RegionPicture(shown, RegionFigures.of(shown.release(), view)).figure();
    }

    private static ViewTable table(RegionView view, Shown shown) {
        RegionTables.Kind kind = RegionTables.Kind.asked(shown.asked());
        return new RegionTables(shown, RegionFigures.of(shown.release(), view)).table(kind);
    }
}
