package org.modelcollapse.knime.picture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.BufferedDataTable;
import org.modelcollapse.picture.Bands;
import org.modelcollapse.picture.BandsPicture;
import org.modelcollapse.picture.Picture;
import org.modelcollapse.picture.Samples;
import org.modelcollapse.picture.SamplesPicture;
import org.modelcollapse.picture.Trajectory;
import org.modelcollapse.picture.VariancePicture;

/** Pictures of tables of results: the same as those that the runner draws of these tables. */
public final class TablePictures {

    private TablePictures() {
    }

    /**
     * @param tables of trajectories, bands or kept training sets
     * @return one picture of them all
     * @throws IOException if a table cannot be read
     */
    public static Picture of(final BufferedDataTable... tables) throws IOException {
        final List<Picture> parts = new ArrayList<>();
        for (final BufferedDataTable table : tables) {
            final KnimeTable rows = new KnimeTable("", table);
            rows.collect(Trajectory.Collector.of(rows)).map(t -> VariancePicture.of(t, PicturePort.NAME))
                .ifPresent(parts::add);
            rows.collect(Bands.Collector.of(rows)).map(b -> BandsPicture.of(b, PicturePort.NAME)).ifPresent(parts::add);
            rows.collect(Samples.Collector.of(rows)).map(s -> SamplesPicture.of(s, PicturePort.NAME))
                .ifPresent(parts::add);
        }
        return parts.isEmpty() ? Picture.saying(PicturePort.NAME, "There is nothing to draw: the tables have no rows.")
            : Picture.stacked(PicturePort.NAME, parts);
    }
}
