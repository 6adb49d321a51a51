package org.modelcollapse.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.modelcollapse.gmm.BlockSum;
import org.modelcollapse.gmm.BlockTask;
import org.modelcollapse.gmm.RowBlock;
import org.modelcollapse.gmm.RowBlocks;

/**
 * The rows of a fit as blocks in the memory of a cluster; a task on all of them is one job without a shuffle. A partition
 * that is lost is read again.
 */
final class BlockRows implements RowBlocks, AutoCloseable {

    private final JavaRDD<RowBlock> blocks;

    private final int size;

    private final int dimension;

    private final boolean weighted;

    private BlockRows(final JavaRDD<RowBlock> blocks, final int size, final int dimension, final boolean weighted) {
        this.blocks = blocks;
        this.size = size;
        this.dimension = dimension;
        this.weighted = weighted;
    }

    /** Keeps blocks, in rising order within each partition and from each partition to the next. */
    static BlockRows of(final JavaRDD<RowBlock> blocks, final int size, final int dimension, final boolean weighted) {
        return new BlockRows(blocks.persist(StorageLevel.MEMORY_AND_DISK()), size, dimension, weighted);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public boolean weighted() {
        return weighted;
    }

    @Override
    public <T> T sum(final BlockTask<T> task) {
        final BlockSum<T> total = BlockSum.of(task::sum);
        blocks.mapPartitions(partition -> partsOf(partition, task)).collect().forEach(total::add);
        return total.total();
    }

    private static <T> Iterator<BlockSum.Part<T>> partsOf(final Iterator<RowBlock> partition, final BlockTask<T> task) {
        final BlockSum<T> sum = BlockSum.of(task::sum);
        while (partition.hasNext()) {
            final RowBlock block = partition.next();
            sum.add(block.index(), task.of(block));
        }
        return new ArrayList<>(sum.parts()).iterator();
    }

    /** The same rows with their weights divided by one number, then multiplied by another. */
    BlockRows scaled(final double largest, final double factor) {
        return of(blocks.map(block -> block.scaled(largest, factor)), size, dimension, weighted);
    }

    /** The rows of every block, which all are then at hand. */
    List<Integer> load() {
        return blocks.map(RowBlock::size).collect();
    }

    @Override
    public void close() {
        blocks.unpersist(true);
    }
}
