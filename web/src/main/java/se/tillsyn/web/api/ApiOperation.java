package se.tillsyn.web.api;

import java.util.List;
import se.tillsyn.analytics.release.LocalText;

/**
 * What one address of {@code /api/v1} answers.
 *
 * @param id name of its own, as the document has it
 * @param path below the interface's root, with places for parameters in braces
 */
record ApiOperation(String id, String path, LocalText about, List<Parameter> parameters) {

    ApiOperation {
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter.
     *
     * @param inPath whether it stands in the path, where it must be given
     */
    record Parameter(String name, LocalText about, boolean inPath) {}
}
