package org.modelcollapse.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.SampleStream;

/**
 * {@code sample}: rows of a mixture, any number, as Parquet. They are drawn in blocks, each from a stream of its own, so
 * that the rows and their order do not depend on the number of partitions; the first block is what <i>Sample GMM</i> draws.
 */
final class SampleCommand {

    static final String USAGE = """
        sample --mixture FILE --rows N --output FOLDER [options]    draws rows from a mixture table, to Parquet
          --seed N, --append-component, --column-name NAME          as in the node Sample GMM (1, no, Value)
          --partitions N, --delimiter CHARACTER, --overwrite
        """;

    /** Rows of a block: up to so many are those of the node with the same seed. */
    static final int BLOCK = 1 << 20;

    /** Rows that are drawn at a time. */
    private static final int CHUNK = 8192;

    private SampleCommand() {
    }

    static void run(final List<String> typed) {
        final Options options = Options.of("sample", typed,
            Set.of("mixture", "rows", "seed", "column-name", "output", "partitions", "delimiter"),
            Set.of("append-component", "overwrite"));
        if (!options.words().isEmpty()) {
            throw Refusal.ofOptions("\"" + options.words().get(0) + "\" stands alone: sample takes options only.");
        }
        options.required("mixture");
        options.required("rows");
        options.required("output");
        final long rows = options.whole("rows", 0, 1, 1_000_000_000_000_000L);
        final long seed = options.whole("seed", 1, 0, FitOptions.LARGEST_SEED);
        Session.run("sample", spark -> run(options, rows, seed, spark));
    }

    private static void run(final Options options, final long rows, final long seed, final SparkSession spark) {
        final String name = options.required("mixture");
        try (Target target = Target.of(options.required("output"), options.flag("overwrite"),
            spark.sparkContext().hadoopConfiguration())) {
            final MixtureFile file = MixtureFile
                .read(InputRows.of(spark, name, Optional.empty(), options.text("delimiter").orElse(",")), name);
            final List<String> variables = file.variables().isEmpty()
                ? List.of(options.text("column-name").orElse("Value")) : file.variables();
            final boolean component = options.flag("append-component");
            final int blocks = (int)((rows - 1) / BLOCK + 1);
            final JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
            final int partitions = (int)Math.min(blocks,
                options.whole("partitions", Math.max(context.defaultParallelism(), blocks / 64 + 1), 1, 1_000_000));
            final GaussianMixture mixture = file.mixture();
            final JavaRDD<Row> drawn =
                context.parallelize(IntStream.range(0, blocks).boxed().toList(), partitions)
                    .flatMap(block -> new Block(mixture, rows, seed, block, component));
            StructType schema = new StructType();
            for (final String variable : variables) {
                schema = schema.add(variable, DataTypes.DoubleType, false);
            }
            if (component) {
                schema = schema.add(UniqueNames.of(variables, List.of("Component")).get(0), DataTypes.IntegerType, false);
            }
            target.write(spark.createDataFrame(drawn, schema));
            target.finish();
        }
    }

    /** The rows of a block. */
    private static final class Block implements Iterator<Row> {

        private final SampleStream stream;

        private final boolean component;

        private final double[][] columns;

        private final int[] components;

        private int at;

        private int filled;

        Block(final GaussianMixture mixture, final long rows, final long seed, final int block,
            final boolean component) {
            final RandomStream random = block == 0 ? RandomStream.of(seed) : RandomStream.of(seed, block);
            stream = MixtureSampler.of(mixture).stream(Math.min(BLOCK, rows - (long)block * BLOCK),
                MixtureSampler.Order.SHUFFLED, random);
            this.component = component;
            columns = new double[mixture.dimension()][CHUNK];
            components = new int[CHUNK];
        }

        @Override
        public boolean hasNext() {
            return at < filled || stream.remaining() > 0;
        }

        @Override
        public Row next() {
            if (at == filled) {
                filled = (int)Math.min(CHUNK, stream.remaining());
                stream.next(columns, components, 0, filled);
                at = 0;
            }
            final List<Object> cells = new ArrayList<>(columns.length + 1);
            for (final double[] column : columns) {
                cells.add(column[at]);
            }
            if (component) {
                cells.add(components[at] + 1);
            }
            at++;
            return RowFactory.create(cells.toArray());
        }
    }
}
