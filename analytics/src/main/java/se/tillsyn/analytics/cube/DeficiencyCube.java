package se.tillsyn.analytics.cube;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;
import scala.Tuple2;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.FindingReader;

/**
 * Computes the cube on Spark.
 *
 * <ol>
 *   <li>One task for some files: findings as numbers, dealt into parts by operation ({@link RowReader}).
 *   <li>One task for a part: every finding of its operations, counted by whole operations where they lie ({@link
 *       UnitCounter}).
 *   <li>One task for some regions: what the parts counted there, added.
 *   <li>Here: cells added to the regions above ({@link CubeAssembly}).
 * </ol>
 *
 * <p>All of it is sums of whole numbers by key, so that files, order, partitions and threads cannot matter.
 */
public final class DeficiencyCube {

    /** About so many findings are held by one task at a time. */
    private static final long FINDINGS_PER_PART = 5_000_000;

    /** Small files are read together up to about so many bytes by one task. */
    private static final long BYTES_PER_TASK = 16L << 20;

    /** Added to the number of a region whose cells are complete and not to be added upwards. */
    private static final int COMPLETE = CellKey.REGIONS;

    private final SparkSession spark;
    private final CubeDimensions dimensions;

    public DeficiencyCube(SparkSession spark, Profile profile) {
        this.spark = spark;
        dimensions = new CubeDimensions(profile);
    }

    /**
     * Counts everything in some batches.
     *
     * @param batches verified batches, at least one
     */
    public Cube compute(List<Batch> batches) {
        return compute(KnownFindings.in(batches));
    }

    /**
     * Counts some findings.
     *
     * @param known which; their batches are verified
     */
    public Cube compute(KnownFindings known) {
        List<Batch> batches = known.batches();
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<CubeDimensions> shared = context.broadcast(dimensions);
        Broadcast<Visibility> visibility = context.broadcast(visibility(context, known));
        CollectionAccumulator<String> withStatements = spark.sparkContext().collectionAccumulator("statements");
        List<List<String>> tasks = tasks(batches);
        int parts = parts(batches, context.defaultParallelism());
        context.setJobDescription("cube: count operations, add by region");
        JavaPairRDD<Integer, FindingRows> rows = context.parallelize(tasks, Math.max(1, tasks.size()))
                .flatMapToPair(files -> read(files, shared.value(), visibility.value(), parts, withStatements));
        JavaPairRDD<Integer, CubePart> counted = rows.partitionBy(new HashPartitioner(parts))
                .mapPartitionsToPair(blocks -> count(blocks, shared.value()));
        List<Tuple2<Integer, CubePart>> added = counted.partitionBy(new HashPartitioner(parts))
                .mapPartitions(DeficiencyCube::add)
                .collect();
        List<Finding> statements = statements(context, new TreeSet<>(withStatements.value()), visibility);
        shared.destroy();
        visibility.destroy();
        CubeAssembly assembly = new CubeAssembly(dimensions);
        for (Tuple2<Integer, CubePart> part : added) {
            if (part._1() >= COMPLETE) {
                assembly.add(part._2());
            } else {
                assembly.addUpwards(part._2());
            }
        }
        return assembly.cube(statements);
    }

    /** Findings about several operations together; few, and in few files. */
    private static List<Finding> statements(
            JavaSparkContext context, Set<String> files, Broadcast<Visibility> visibility) {
        if (files.isEmpty()) {
            return List.of();
        }
        context.setJobDescription("statements: findings about several operations");
        return context
                .parallelize(List.copyOf(files), files.size())
                .flatMap(file -> statementsOf(
                                Path.of(file),
                                visibility
                                        .value()
                                        .revisionsAfter(visibility.value().newest()))
                        .iterator())
                .collect()
                .stream()
                .sorted(Comparator.comparing(Finding::findingId))
                .toList();
    }

    private static List<Finding> statementsOf(Path file, Map<String, Integer> revisions) throws IOException {
        List<Finding> statements = new ArrayList<>();
        FindingReader.read(file, finding -> {
            if (finding.unitId() == null
                    && !finding.withdrawn()
                    && finding.revision() == revisions.getOrDefault(finding.findingId(), finding.revision())) {
                statements.add(finding);
            }
        });
        return statements;
    }

    private Visibility visibility(JavaSparkContext context, KnownFindings known) {
        Visibility visibility = new Visibility(known.newest(), newestRevisions(context, known.upTo(known.newest())));
        known.held().forEach((held, batch) -> {
            Integer topic = dimensions.topic(held.topic());
            if (topic != null) {
                visibility.hold(
                        topic,
                        CubeDimensions.yearNumber(held.year()),
                        dimensions.regions().indexOf(held.region()),
                        batch);
            }
        });
        new TreeSet<>(known.held().values())
                .forEach(batch -> visibility.knowRevisions(batch, newestRevisions(context, known.upTo(batch))));
        for (Batch batch : known.batches()) {
            batch.findingFiles()
                    .forEach(file -> visibility.number(file, batch.folder().sequence()));
        }
        return visibility;
    }

    private static Map<String, Integer> newestRevisions(JavaSparkContext context, List<Batch> batches) {
        List<Batch> revising = batches.stream()
                .filter(batch -> batch.manifest().revisions() > 0)
                .toList();
        List<List<String>> tasks = tasks(revising);
        if (tasks.isEmpty()) {
            return new HashMap<>();
        }
        context.setJobDescription("cube: find revised findings");
        return context.parallelize(tasks, tasks.size())
                .map(DeficiencyCube::revisionsOf)
                .treeReduce(Revisions::merge);
    }

    private static Map<String, Integer> revisionsOf(List<String> files) throws IOException {
        Map<String, Integer> newest = new HashMap<>();
        for (String file : files) {
            Revisions.merge(newest, Revisions.of(Path.of(file)));
        }
        return newest;
    }

    /** Files dealt to tasks: large ones alone, small ones together. */
    static List<List<String>> tasks(List<Batch> batches) {
        List<List<String>> tasks = new ArrayList<>();
        List<String> together = new ArrayList<>();
        long bytes = 0;
        for (Batch batch : batches) {
            Map<String, Long> sizes = new HashMap<>();
            batch.manifest().files().forEach(file -> sizes.put(file.path(), file.bytes()));
            for (Path file : batch.findingFiles()) {
                together.add(file.toString());
                bytes += sizes.getOrDefault(String.valueOf(file.getFileName()), 0L);
                if (bytes >= BYTES_PER_TASK) {
                    tasks.add(together);
                    together = new ArrayList<>();
                    bytes = 0;
                }
            }
        }
        if (!together.isEmpty()) {
            tasks.add(together);
        }
        return tasks;
    }

    private static int parts(List<Batch> batches, int parallelism) {
        long findings = 0;
        for (Batch batch : batches) {
            findings += batch.manifest().rows().loaded();
        }
        return Math.toIntExact(Math.max(parallelism, findings / FINDINGS_PER_PART + 1));
    }

    private static Iterator<Tuple2<Integer, FindingRows>> read(
            List<String> files,
            CubeDimensions dimensions,
            Visibility visibility,
            int parts,
            CollectionAccumulator<String> withStatements)
            throws IOException {
        RowReader reader = new RowReader(dimensions, visibility, parts);
        for (String file : files) {
            if (reader.read(Path.of(file))) {
                withStatements.add(file);
            }
        }
        List<Tuple2<Integer, FindingRows>> rows = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            rows.add(new Tuple2<>(part, reader.parts()[part]));
        }
        return rows.iterator();
    }

    private static Iterator<Tuple2<Integer, CubePart>> count(
            Iterator<Tuple2<Integer, FindingRows>> blocks, CubeDimensions dimensions) {
        UnitCounter counter = new UnitCounter(dimensions);
        counter.count(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return blocks.hasNext();
            }

            @Override
            public FindingRows next() {
                return blocks.next()._2();
            }
        });
        List<Tuple2<Integer, CubePart>> counted = new ArrayList<>();
        counter.leaves().forEach((region, part) -> counted.add(new Tuple2<>(region, part)));
        counter.direct().forEach((region, part) -> counted.add(new Tuple2<>(region + COMPLETE, part)));
        return counted.iterator();
    }

    private static Iterator<Tuple2<Integer, CubePart>> add(Iterator<Tuple2<Integer, CubePart>> counted) {
        Map<Integer, CubePart> byRegion = new TreeMap<>();
        while (counted.hasNext()) {
            Tuple2<Integer, CubePart> part = counted.next();
            byRegion.computeIfAbsent(part._1(), any -> new CubePart()).merge(part._2());
        }
        return byRegion.entrySet().stream()
                .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
                .iterator();
    }
}
