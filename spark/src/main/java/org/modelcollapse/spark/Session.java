package org.modelcollapse.spark;

import java.util.function.Consumer;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** A Spark session for one command: that of {@code spark-submit}, or one inside of this process. */
final class Session {

    private Session() {
    }

    static void run(final String command, final Consumer<SparkSession> work) {
        final SparkConf conf = new SparkConf().setAppName("Model Collapse: " + command);
        conf.setIfMissing("spark.master", "local[*]");
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.ui.enabled", "false");
            conf.setIfMissing("spark.driver.host", "localhost");
        }
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        // names of columns are what they are in the input, and text is no number
        conf.set("spark.sql.caseSensitive", "true");
        final SparkSession spark = SparkSession.builder().config(conf).getOrCreate();
        try {
            work.accept(spark);
        } finally {
            spark.stop();
        }
    }
}
