package se.tillsyn.ingest.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** The stages of a run, as it prints them, and moments within each. */
final class Stages {

    private static final List<String> MARKS = List.of(
            "Checking the store",
            "Reading: ",
            "Looking for duplicates",
            "Comparing new rows",
            "Comparing stored rows",
            "Reading again",
            "Committing",
            "Total: ");

    /** Names of the stages: before the first mark, then after each. */
    static final List<String> NAMES = List.of(
            "starting",
            "checking",
            "reading",
            "duplicates",
            "comparing new",
            "comparing stored",
            "reading again",
            "committing",
            "reporting");

    private final long[] nanos = new long[NAMES.size()];

    /** Stages that are taken to last a tenth of a second each. */
    static Stages guessed() {
        Stages stages = new Stages();
        Arrays.fill(stages.nanos, TimeUnit.MILLISECONDS.toNanos(100));
        return stages;
    }

    /** Measures an undisturbed run. */
    static Stages of(FaultScene scene, IngestProcess process) throws IOException, InterruptedException {
        Stages stages = new Stages();
        Path home = scene.home("timed");
        long before = System.nanoTime();
        IngestProcess.Running running = process.start(scene.folder().resolve("timed.log"), home, scene.input());
        for (int stage = 0; stage < MARKS.size(); stage++) {
            await(running, stage);
            long now = System.nanoTime();
            stages.nanos[stage] = now - before;
            before = now;
        }
        running.end();
        stages.nanos[MARKS.size()] = System.nanoTime() - before;
        return stages;
    }

    /** Waits for a moment in the stage, or a little after it, or the end. */
    void awaitMomentIn(int stage, IngestProcess.Running running, SplittableRandom random)
            throws IOException, InterruptedException {
        long delay = random.nextLong(1 + nanos[stage] + nanos[stage] / 4);
        if (stage > 0) {
            await(running, stage - 1);
        }
        running.process().waitFor(delay, TimeUnit.NANOSECONDS);
    }

    /** The stage that the output tells. */
    static String reached(String output) {
        int stage = MARKS.size();
        while (stage > 0 && !output.contains(MARKS.get(stage - 1))) {
            stage--;
        }
        return NAMES.get(stage);
    }

    private static void await(IngestProcess.Running running, int mark) throws IOException, InterruptedException {
        while (running.process().isAlive() && !running.output().contains(MARKS.get(mark))) {
            TimeUnit.MICROSECONDS.sleep(200);
        }
    }
}
