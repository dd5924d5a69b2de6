package se.tillsyn.ingest.sample;

/** The text that says to whoever opens the folder that nothing in it is real. */
final class SampleReadme {

    private SampleReadme() {}

    static String text(SampleModel model) {
        return """
                SYNTETISKA UPPGIFTER – INTE VERKLIGA

                Alla rader i denna mapp är påhittade av ett program. De beskriver ingen verklig tillsyn, verksamhet
                eller person; kommuner, län och avdelningar förekommer bara som koder. Dra inga slutsatser av dem.

                findings-*.csv       iakttagelser 2013–2025, i programmen %1$s
                truth/truth.json     de inlagda sanna skillnaderna; inte iakttagelser, läses aldrig in

                SYNTHETIC DATA – NOT REAL

                Every row in this folder was made up by a program. It describes no real inspection, operation or
                person; municipalities, counties and offices occur as codes only. Draw no conclusions from it.

                findings-*.csv       findings 2013–2025, under the programmes %1$s
                truth/truth.json     the true differences planted in them; not findings, never ingested

                seed %2$d, findings requested %3$d
                """.replace("%1$s", String.join(", ", SampleCodes.PROGRAMMES))
                .replace("%2$d", Long.toString(model.seed()))
                .replace("%3$d", Long.toString(model.findings()));
    }
}
